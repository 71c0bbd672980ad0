/** The law of a job that adds users to a group and removes others: what a batch of them comes to, one by one. */
import type { JobId, PersonId } from '../contract/ids.ts';
import type { JobView } from '../contract/jobs.ts';
import type { Time } from '../contract/text.ts';
import { type Decision, reasonOf, refuse } from './decision.ts';
import { reasons, type Step, stepWith, viewJob } from './job.ts';
import { whatCanBeGiven } from './may-grant.ts';
import { isMember, joined, type MemberCase, membersTurned, parted } from './members.ts';
import type { User } from './model.ts';
import type { Group } from './model-access.ts';
import type { Job, JobItem, JobSlice } from './model-jobs.ts';
import { changeMembersJob } from './queue-job.ts';

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
export type Batch = { job: Job; slice: JobSlice; items: readonly JobItem[] };

export type BatchAround = {
  /** Whoever started the job; undefined where they may not do it any more. */
  starter: Omit<MemberCase, 'user'> | undefined;
  /** Undefined where it was deleted. */
  group: Group | undefined;
  users: ReadonlyMap<PersonId, User>;
  /** Whether others are in the way of these users, again and again. */
  isHopeless: boolean;
};

export function decideBatch(batch: Batch, around: BatchAround, now: Time): Step {
  const judged = batch.items.map(item => judge(item, around));
  const turns = judged.flatMap(({ turn }) => turn ?? []);
  const turned =
    around.group && turns.length > 0 ? membersTurned(around.group, turns) : { changes: [], events: [] };
  const outcomes = judged.map(({ item }) => item);
  return stepWith(batch, outcomes, turned, now);
}

type Judged = { item: JobItem; turn?: { before: User; after: User } };

function judge(item: JobItem, { starter, group, users, isHopeless }: BatchAround): Judged {
  const as = (outcome: JobItem['outcome'], reason?: string) => ({ item: { ...item, outcome, reason } });
  const user = users.get(item.user);
  if (!starter) return as('failed', reasons.starterGone);
  if (!group) return as('failed', 'The group was deleted in the meantime.');
  if (!user) return as('failed', reasons.userGone);
  const isAdding = item.action === 'add';
  if (isMember(user, group) === isAdding)
    return as('skipped', isAdding ? reasons.inGroup : reasons.notInGroup);
  if (isHopeless) return as('failed', reasons.inTheWay);
  const turned = isAdding ? joined({ ...starter, user }, group) : parted({ ...starter, user }, group);
  return turned.ok
    ? { ...as('done'), turn: { before: user, after: turned.user } }
    : as('failed', reasonOf(turned.failure));
}
