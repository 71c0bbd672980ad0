/** The law of groups: what one is, and what follows from making, changing and deleting it. */
import type { Action, Difference } from '../contract/events.ts';
import type { CreateGroup, EditGroup, GroupView } from '../contract/groups.ts';
import type { GroupId, JobId, OrganizationId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { Actor } from './actor.ts';
import { carriedBy, carriedNoMore } from './carried.ts';
import type { Change } from './change.ts';
import { type Decision, differences, type EventDraft, refuse } from './decision.ts';
import { giving, rolesDiffer, unchanged, viewCarrying, viewGroup } from './group-roles.ts';
import type { Holdings } from './holdings.ts';
import type { AccessPolicy, ExternalIdReservation, Group } from './model-access.ts';
import { unassignJob } from './queue-job.ts';
import { next } from './user.ts';

/** Who decides about a group, and what they are judged by. */
export type GroupAround = {
  actor: Actor;
  holdings: Holdings;
  policy: AccessPolicy | undefined;
  /** What is reserved of the external id that the group is to have. */
  wanted: ExternalIdReservation | undefined;
};

type Refusal = 'beyond-own-access' | 'external-id-taken' | 'limit-reached' | 'validation-failed';

export function decideCreateGroup(
  around: GroupAround,
  { org: organization, name, description, externalId, customRoles }: CreateGroup,
  { id, now }: { id: GroupId; now: Time },
): Decision<GroupView, Refusal> {
  const group: Group = {
    ...{ type: 'group', version: 1, organization, id, name, description, externalId },
    ...{ createdAt: now, members: 0, contents: 0 },
  };
  if (around.wanted) return refuse('external-id-taken');
  const given = giving(around, group, customRoles);
  if (!given.ok) return given;
  return {
    ok: true,
    changes: [{ do: 'create', entity: group }, ...reserving(group), ...given.changes],
    events: [told('group.created', group, [{ field: 'name', after: name }, ...rolesDiffer([], customRoles)])],
    answer: viewCarrying(group, around, customRoles),
  };
}

export type GroupWish = Omit<EditGroup, 'org' | 'group'>;

/** An edit after which everything is as it was writes nothing. */
export function decideEditGroup(
  around: GroupAround,
  group: Group,
  { wish, reserved }: { wish: GroupWish; reserved: ExternalIdReservation | undefined },
): Decision<GroupView, Refusal> {
  const before = carriedBy(group.id, around.policy).map(({ id }) => id);
  const customRoles = wish.customRoles ?? before;
  const after = next(group, edited(group, wish));
  if (around.wanted && around.wanted.group !== group.id) return refuse('external-id-taken');
  const given = wish.customRoles ? giving(around, group, customRoles) : unchanged;
  if (!given.ok) return given;
  const changes = [
    ...differences(group, after, ['name', 'description', 'externalId']),
    ...rolesDiffer(before, customRoles),
  ];
  if (changes.length === 0)
    return { ok: true, changes: [], events: [], answer: viewGroup(group, around.policy) };
  const isMoved = after.externalId !== group.externalId;
  return {
    ok: true,
    changes: [
      { do: 'update', before: group, after },
      ...(isMoved ? [...(reserved ? [removed(reserved)] : []), ...reserving(after)] : []),
      ...given.changes,
    ],
    events: [told('group.edited', group, changes)],
    answer: viewCarrying(after, around, customRoles),
  };
}

/** From then on nobody holds anything by it; a job takes it from its members. */
export function decideDeleteGroup(
  { actor, policy }: Pick<GroupAround, 'actor' | 'policy'>,
  group: Group,
  { reserved, job, now }: { reserved: ExternalIdReservation | undefined; job: JobId; now: Time },
): Decision<undefined, never> {
  const { organization, id, name, members } = group;
  const unassigning = unassignJob({ id: job, actor, now }, organization, { id, name }, members);
  return {
    ok: true,
    changes: [
      removed(group),
      ...(reserved ? [removed(reserved)] : []),
      ...carriedNoMore(id, policy),
      ...unassigning.changes,
    ],
    events: [
      told('group.deleted', group, [
        { field: 'name', before: name },
        { field: 'job', after: job },
      ]),
      ...unassigning.events,
    ],
    answer: undefined,
  };
}

/** What is left out stays; null takes away. */
function edited(group: Group, { name, description, externalId }: GroupWish): Partial<Group> {
  const given = <T>(wished: T | null | undefined, had: T | undefined) =>
    wished === null ? undefined : (wished ?? had);
  return {
    name: name ?? group.name,
    description: given(description, group.description),
    externalId: given(externalId, group.externalId),
  };
}

/** Reserves the external id of a group, if it has one. */
function reserving({ organization, id, externalId }: Group): Change[] {
  if (externalId === undefined) return [];
  const reservation = { type: 'external-id', version: 1, organization, externalId, group: id } as const;
  return [{ do: 'create', entity: reservation }];
}

const removed = (entity: Group | ExternalIdReservation): Change => ({ do: 'remove', entity });

function told(
  action: Action,
  { organization, id }: { organization: OrganizationId; id: GroupId },
  changes: Difference[],
): EventDraft {
  return { organization, action, target: { type: 'group', id }, changes };
}
