/** Whoever started a job or an export, as they are at this moment, with what they hold, and the group or project that it is about. */
import { GroupId, type OrganizationId, ProjectId } from '../../shared/contract/ids.ts';
import type { Permission } from '../../shared/contract/roles.ts';
import type { AssignedId } from '../../shared/domain/assigned-id.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import { holdingsOf } from '../../shared/domain/holdings.ts';
import type { Place } from '../../shared/domain/members.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import { starterActor } from '../../shared/domain/starter.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

type Started = {
  /** Undefined where they may not do it any more. */
  doer: Doer | undefined;
  /** Undefined where it was deleted. */
  place: Place | undefined;
};

type Of = Pick<Job, 'organization' | 'startedBy' | 'about'>;

export async function startedBy(
  job: Of,
  permission: Permission,
  directory: DirectoryReader,
): Promise<Started> {
  const [organization, home, policy, homePolicy, ...others] = await directory.get(...starterRefs(job));
  const self = others.find(entity => entity?.type === 'user');
  const place = others.find(entity => entity?.type === 'group' || entity?.type === 'project');
  if (!organization || !home || !self) return { place, doer: undefined };
  const actor = starterActor({ organization, from: home, self }, permission);
  return { place, doer: actor && { actor, holdings: holdingsOf(self, homePolicy), policy, place } };
}

/** What that is read from. */
export function starterRefs({ organization: id, startedBy: by, about }: Of) {
  const from = by?.organization ?? id;
  const others: Ref<'user' | 'group' | 'project'>[] = [
    ...(by ? [ref.user(from, by.person)] : []),
    ...(about ? placeRefs(id, about.id) : []),
  ];
  const [here, home] = [ref.organization(id), ref.organization(from)];
  return [here, home, ref.policy(id), ref.policy(from), ...others] as const;
}

/** A custom role is no place. */
function placeRefs(organization: OrganizationId, id: AssignedId): Ref<'group' | 'project'>[] {
  const [group, project] = [GroupId.safeParse(id), ProjectId.safeParse(id)];
  if (group.success) return [ref.group(organization, group.data)];
  return project.success ? [ref.project(organization, project.data)] : [];
}
