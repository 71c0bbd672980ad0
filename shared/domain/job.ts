/** The law of jobs: work on many users, done a batch at a time, each batch with what it came to in one transaction. */
import type { Action, Difference } from '../contract/events.ts';
import type { JobView } from '../contract/jobs.ts';
import type { Time } from '../contract/text.ts';
import type { Change } from './change.ts';
import type { EventDraft } from './decision.ts';
import type { Job, JobItem, JobSlice } from './model-jobs.ts';
import { next } from './user.ts';

/** So many users are changed in one transaction. */
export const batchSize = 20;

/** Why nothing was done to a user, in whatever job. */
export const reasons = {
  starterGone: 'Whoever started this may not do it any more.',
  userGone: 'There is no such user.',
  inTheWay: 'Others were changing this user all the time. Try it again.',
  inGroup: 'Is in the group already.',
  notInGroup: 'Is not in the group.',
} as const;

/** What is done of a job in one transaction. */
export type Step = {
  /** The job as it is then. */
  after: Job;
  changes: Change[];
  /** Told in the name of whoever started it. */
  events: EventDraft[];
};

export function viewJob(job: Job): JobView {
  const { id, kind, state, about, deed, progress, startedBy, createdAt, finishedAt, retryOf } = job;
  return {
    ...{ id, kind, state, about, deed, progress, import: job.import },
    ...{ startedBy: startedBy?.person, createdAt, finishedAt, retryOf },
  };
}

/** The group, project or custom role that a job is about, which every job that changes one group or takes one away is. */
export function aboutOf({ id, about }: Job): NonNullable<Job['about']> {
  if (!about) throw new Error(`${id} is about nothing`);
  return about;
}

export function sliceOf(
  { organization, id }: Pick<Job, 'organization' | 'id'>,
  number: number,
  items: readonly JobItem[],
): JobSlice {
  return { type: 'job-slice', version: 1, organization, job: id, number, items: [...items] };
}

/** Users in slices of that size, of which the first has that number. */
export function slicesOf(
  of: Pick<Job, 'organization' | 'id'>,
  items: readonly JobItem[],
  { size, from = 0 }: { size: number; from?: number },
): JobSlice[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    sliceOf(of, from + i, items.slice(i * size, (i + 1) * size)),
  );
}

export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** The job with what some users came to, and how many slices are behind it. */
export function advanced(job: Job, outcomes: readonly JobItem[], done: number): Job {
  const count = (outcome: JobItem['outcome']) => outcomes.filter(each => each.outcome === outcome).length;
  const progress = {
    done: job.progress.done + count('done'),
    failed: job.progress.failed + count('failed'),
    skipped: job.progress.skipped + count('skipped'),
  };
  const total = Math.max(job.progress.total, progress.done + progress.failed + progress.skipped);
  return next(job, { state: 'running', done, progress: { ...progress, total } });
}

/** The job at its end. It failed where it came to nothing for anybody, and for somebody could not. */
export function finished(job: Job, now: Time): Job {
  const { done, failed, skipped } = job.progress;
  const total = done + failed + skipped;
  const state = failed > 0 && failed === total ? 'failed' : 'done';
  return { ...job, state, progress: { done, failed, skipped, total }, finishedAt: now };
}

/** A step by which some users of a slice have their outcome, together with what is changed of them. */
export function stepWith(
  { job, slice }: { job: Job; slice: JobSlice },
  items: readonly JobItem[],
  { changes, events }: Pick<Step, 'changes' | 'events'>,
  now: Time,
): Step {
  const outcomes = new Map(items.map(item => [item.user, item]));
  const slicedAfter = next(slice, { items: slice.items.map(item => outcomes.get(item.user) ?? item) });
  const isBehind = slicedAfter.items.every(({ outcome }) => outcome !== 'waiting');
  const moved = advanced(job, items, job.done + (isBehind ? 1 : 0));
  const after = moved.done === moved.slices ? finished(moved, now) : moved;
  return {
    after,
    changes: [
      ...changes,
      { do: 'update', before: slice, after: slicedAfter },
      { do: 'update', before: job, after },
    ],
    events,
  };
}

/** Nothing is done but to hand on. */
export function stepAside(job: Job): Step {
  const after = next(job, {});
  return { after, changes: [{ do: 'update', before: job, after }], events: [] };
}

/** What is told of a step of the job: that it is over, or, where whoever works on it has worked for long, that it goes on. */
export function toldOfStep(after: Job, isTired: boolean): EventDraft[] {
  const { done, failed, skipped } = after.progress;
  if (isOver(after))
    return [
      toldOfJob('job.finished', after, [
        { field: 'state', after: after.state },
        { field: 'progress', after: { done, failed, skipped } },
      ]),
    ];
  return isTired ? [toldOfJob('job.continued', after)] : [];
}

export function toldOfJob(action: Action, { organization, id }: Job, changes: Difference[] = []): EventDraft {
  return { organization, action, target: { type: 'job', id }, changes };
}
