/** What somebody can give, as far as the page can tell: nobody gives what they do not hold. The server has the last word. */
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import type { GroupView } from '../../../shared/contract/groups.ts';

/** What whoever gives holds; undefined where it is not known, and nothing is ruled out. */
export type OwnHoldings = 'everything' | { permissions: ReadonlySet<string>; groups: ReadonlySet<string> };

export type Givable = {
  everything: boolean;
  permission: (key: string) => boolean;
  customRole: (role: CustomRoleView) => boolean;
  group: (group: GroupView, roles: readonly CustomRoleView[]) => boolean;
};

export function givableBy(holdings: OwnHoldings): Givable {
  if (holdings === 'everything')
    return { everything: true, permission: () => true, customRole: () => true, group: () => true };
  const permission = (key: string) => holdings.permissions.has(key);
  const customRole = ({ permissions }: CustomRoleView) => permissions.every(permission);
  return {
    everything: false,
    permission,
    customRole,
    /** Their own groups, and others that give nothing but what they hold. */
    group: ({ id, customRoles, contents }, roles) =>
      holdings.groups.has(id) ||
      (contents === 0 &&
        customRoles.every(carried => roles.some(role => role.id === carried.id && customRole(role)))),
  };
}
