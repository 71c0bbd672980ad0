/** Having a group carry custom roles: which are there, who may, and how the group is shown then. */
import type { Difference } from '../contract/events.ts';
import type { GroupView } from '../contract/groups.ts';
import type { RoleId } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import type { Actor } from './actor.ts';
import { carriedBy, carrying } from './carried.ts';
import type { Change } from './change.ts';
import { refuse } from './decision.ts';
import type { Holdings } from './holdings.ts';
import { mayGrant } from './may-grant.ts';
import type { AccessPolicy, Group } from './model-access.ts';

export function viewGroup(group: Group, policy: AccessPolicy | undefined): GroupView {
  const { id, name, description, externalId, members, contents, createdAt, version } = group;
  const customRoles = carriedBy(id, policy);
  return { id, name, description, externalId, customRoles, members, contents, createdAt, version };
}

/** Who gives, and what they are judged by. */
type Giver = { actor: Actor; holdings: Holdings; policy: AccessPolicy | undefined };

/** Has a group carry custom roles, where whoever decides may give those that are added. */
export function giving({ actor, holdings, policy }: Giver, group: Group, customRoles: readonly RoleId[]) {
  const added = customRoles.filter(id => !policy?.groups[group.id]?.includes(id));
  const isThere = (id: RoleId) => Object.hasOwn(policy?.customRoles ?? {}, id);
  if (!added.every(isThere)) return refuse('validation-failed', { errors: [unknown] });
  const grant = mayGrant(
    { actor, holdings },
    { is: 'group' },
    { customRoles: added },
    { policy, groups: [group] },
  );
  if (!grant.ok) return grant;
  const isBare = customRoles.length === 0 && !policy?.groups[group.id];
  return isBare ? unchanged : carrying({ policy, organization: group.organization }, group.id, customRoles);
}

export const unchanged = { ok: true, changes: [] as Change[] } as const;

const unknown: FieldError = {
  pointer: '/customRoles',
  code: 'unknown',
  message: 'has a custom role that is not there',
};

/** As it is once it carries these, in their order. */
export function viewCarrying(
  group: Group,
  { policy }: Pick<Giver, 'policy'>,
  customRoles: readonly RoleId[],
): GroupView {
  const after = policy && { ...policy, groups: { ...policy.groups, [group.id]: [...customRoles] } };
  return viewGroup(group, after);
}

export function rolesDiffer(before: readonly RoleId[], after: readonly RoleId[]): Difference[] {
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return isSame ? [] : [{ field: 'customRoles', before, after }];
}
