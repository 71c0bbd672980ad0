import type { OrganizationId, RoleId } from '../../../shared/contract/ids.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import type { AccessPolicy } from '../../../shared/domain/model-access.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../../shared/ports/directory.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { usersWithin } from '../../steps/users-within.ts';

export const listRoleHolders: UseCase<'list-role-holders'> = async ({ input }, { directory }) => {
  const { org, role, ...asked } = input;
  const [groups, page] = await Promise.all([
    groupsWith(role, org, directory),
    usersWithin({ customRoles: [role] }, { org, ...asked }, directory),
  ]);
  if (!page.ok) return page;
  return groups ? done({ items: page.users, groups, nextCursor: page.nextCursor }) : refuse('not-found');
};

/** The groups that carry it; undefined where there is no such custom role. */
async function groupsWith(role: RoleId, org: OrganizationId, directory: DirectoryReader) {
  const [policy] = await directory.get(ref.policy(org));
  if (!policy?.customRoles[role]) return undefined;
  const carriers = carriersOf(role, policy).map(id => ref.group(org, id));
  const found = carriers.length > 0 ? await directory.get(...carriers) : [];
  return found.flatMap(group => group ?? []);
}

function carriersOf(role: RoleId, { groups }: AccessPolicy) {
  const ids = Object.keys(groups) as (keyof AccessPolicy['groups'])[]; // by the schema of its keys
  return ids.filter(id => groups[id]?.includes(role));
}
