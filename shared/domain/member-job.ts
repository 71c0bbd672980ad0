/** The law of a job that adds users to a group and removes others: what a batch of them comes to, one by one. */
import type { JobId, PersonId } from '../contract/ids.ts';
import type { JobItemView, JobView } from '../contract/jobs.ts';
import { problems } from '../contract/problems.ts';
import type { Time } from '../contract/text.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, type Failure, refuse } from './decision.ts';
import { advanced, changeMembersJob, finished, viewJob } from './job.ts';
import { whatCanBeGiven } from './may-grant.ts';
import { isMember, joined, type MemberCase, membersTurned, parted } from './members.ts';
import type { User } from './model.ts';
import type { Group } from './model-access.ts';
import type { Job, JobSlice } from './model-jobs.ts';
import { next } from './user.ts';

/** Queues the job, unless whoever asks could not add anybody. Whom they may change is asked user by user. */
export function decideChangeMembers(
  { actor, holdings, policy }: Omit<MemberCase, 'user'>,
  { group, add, remove }: { group: Group; add: readonly PersonId[]; remove: readonly PersonId[] },
  { id, now }: { id: JobId; now: Time },
): Decision<JobView, 'beyond-own-access'> {
  const can = whatCanBeGiven(holdings, { policy, groups: [group] });
  if (add.length > 0 && !can.group(group.id)) return refuse('beyond-own-access');
  const about = { id: group.id, name: group.name };
  const { organization } = group;
  const { job, changes, events } = changeMembersJob(
    { id, actor, now },
    { organization, about },
    { add, remove },
  );
  return { ok: true, changes, events, answer: viewJob(job) };
}

/** Some users of a slice who wait for their turn. */
export type Batch = { job: Job; slice: JobSlice; items: readonly JobItemView[] };

export type BatchAround = {
  /** Whoever started the job; undefined where they may not do it any more. */
  starter: Omit<MemberCase, 'user'> | undefined;
  /** Undefined where it was deleted. */
  group: Group | undefined;
  users: ReadonlyMap<PersonId, User>;
  /** Whether others are in the way of these users, again and again. */
  isHopeless: boolean;
};

/** What is done of a job in one transaction. */
export type Step = {
  /** The job as it is then. */
  after: Job;
  changes: Change[];
  /** Told in the name of whoever started it. */
  events: EventDraft[];
};

export function decideBatch(batch: Batch, around: BatchAround, now: Time): Step {
  const { job, slice, items } = batch;
  const judged = items.map(item => judge(item, around));
  const turns = judged.flatMap(({ turn }) => turn ?? []);
  const turned =
    around.group && turns.length > 0 ? membersTurned(around.group, turns) : { changes: [], events: [] };
  const outcomes = new Map(judged.map(({ item }) => [item.user, item]));
  const slicedAfter = next(slice, { items: slice.items.map(item => outcomes.get(item.user) ?? item) });
  const isBehind = slicedAfter.items.every(({ outcome }) => outcome !== 'waiting');
  const moved = advanced(job, [...outcomes.values()], job.done + (isBehind ? 1 : 0));
  const after = moved.done === moved.slices ? finished(moved, now) : moved;
  return {
    after,
    changes: [
      ...turned.changes,
      { do: 'update', before: slice, after: slicedAfter },
      { do: 'update', before: job, after },
    ],
    events: turned.events,
  };
}

type Judged = { item: JobItemView; turn?: { before: User; after: User } };

function judge(item: JobItemView, { starter, group, users, isHopeless }: BatchAround): Judged {
  const as = (outcome: JobItemView['outcome'], reason?: string) => ({ item: { ...item, outcome, reason } });
  const user = users.get(item.user);
  if (!starter) return as('failed', 'Whoever started this may not do it any more.');
  if (!group) return as('failed', 'The group was deleted in the meantime.');
  if (!user) return as('failed', 'There is no such user.');
  const isAdding = item.action === 'add';
  if (isMember(user, group) === isAdding)
    return as('skipped', isAdding ? 'Is in the group already.' : 'Is not in the group.');
  if (isHopeless) return as('failed', 'Others were changing this user all the time. Try it again.');
  const turned = isAdding ? joined({ ...starter, user }, group) : parted({ ...starter, user }, group);
  return turned.ok
    ? { ...as('done'), turn: { before: user, after: turned.user } }
    : as('failed', reasonOf(turned.failure));
}

function reasonOf({ kind, detail }: Failure): string {
  return detail ?? problems[kind].detail;
}
