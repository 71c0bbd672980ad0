/**
 * What groups carry, as the organization's policy has it. A group enters it with its first custom role or content and
 * stays until it is deleted, even if it carries nothing for a while: nobody who grants need know what is taken away.
 */
import type { GroupId, OrganizationId, RoleId } from '../contract/ids.ts';
import type { Change } from './change.ts';
import { type Failure, refuse } from './decision.ts';
import type { AccessPolicy } from './model-access.ts';
import { next } from './user.ts';

/** So many groups of an organization may carry something: a question reads all of them. */
const mostCarrying = 500;

/** The custom roles of a group that are there. */
export function carriedBy(group: GroupId, policy: AccessPolicy | undefined): { id: RoleId; name: string }[] {
  return (policy?.groups[group] ?? []).flatMap(id => {
    const role = policy?.customRoles[id];
    return role ? [{ id, name: role.name }] : [];
  });
}

/** Has a group carry these custom roles and no others; none: content alone. */
export function carrying(
  { policy, organization }: { policy: AccessPolicy | undefined; organization: OrganizationId },
  group: GroupId,
  customRoles: readonly RoleId[],
): { ok: true; changes: Change[] } | { ok: false; failure: Failure<'limit-reached'> } {
  const before = policy?.groups[group];
  if (JSON.stringify(before) === JSON.stringify(customRoles)) return { ok: true, changes: [] };
  const groups = { ...policy?.groups, [group]: [...customRoles] };
  if (!before && Object.keys(groups).length > mostCarrying)
    return refuse('limit-reached', {
      detail: `At most ${mostCarrying} groups of an organization have custom roles or content. Delete those that are not used any more.`,
    });
  if (policy)
    return { ok: true, changes: [{ do: 'update', before: policy, after: next(policy, { groups }) }] };
  const entity: AccessPolicy = { type: 'policy', version: 1, organization, customRoles: {}, groups };
  return { ok: true, changes: [{ do: 'create', entity }] };
}

/** The policy without a group: what it carried gives nothing from then on. */
export function carriedNoMore(group: GroupId, policy: AccessPolicy | undefined): Change[] {
  if (!policy || !(group in policy.groups)) return [];
  const { [group]: _, ...groups } = policy.groups;
  return [{ do: 'update', before: policy, after: next(policy, { groups }) }];
}
