/** The law of jobs: work on many users, done a batch at a time, each batch with what it came to in one transaction. */
import type { Action, Difference } from '../contract/events.ts';
import type { JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import type { JobItemView, JobView } from '../contract/jobs.ts';
import type { Time } from '../contract/text.ts';
import type { Actor } from './actor.ts';
import type { AssignedId } from './assigned-id.ts';
import type { Change } from './change.ts';
import type { EventDraft } from './decision.ts';
import type { Job, JobSlice } from './model-jobs.ts';
import { next } from './user.ts';

/** So many users lie in one slice: of the largest job, all slices are still written in one transaction. */
const sliceSize = 60;
/** So many users are changed in one transaction. */
export const batchSize = 20;

/** Who starts a job, and when. */
export type Start = { id: JobId; actor: Actor; now: Time };

/** What a job is about. */
export type About = { id: AssignedId; name: string };

type Queued = { job: Job; changes: Change[]; events: EventDraft[] };

export function viewJob({
  id,
  kind,
  state,
  about,
  progress,
  startedBy,
  createdAt,
  finishedAt,
}: Job): JobView {
  return { id, kind, state, about, progress, startedBy: startedBy?.person, createdAt, finishedAt };
}

/**
 * The steps and the event that queue a job, which takes a deleted custom role, group or project from whoever had it: to
 * be committed with the deletion. Whoever has it is found while the job runs.
 * @param had how many had it, where that is known
 */
export function unassignJob(start: Start, organization: OrganizationId, about: About, had = 0): Queued {
  return queued(start, { organization, kind: 'unassign', about }, { slices: [], total: had });
}

/** The same for users who are to be added to a group or removed from it, at most as many as a request may name. */
export function changeMembersJob(
  start: Start,
  { organization, about }: { organization: OrganizationId; about: About },
  { add, remove }: { add: readonly PersonId[]; remove: readonly PersonId[] },
): Queued {
  const waiting = (action: JobItemView['action']) => (user: PersonId) =>
    ({ user, action, outcome: 'waiting' }) as const;
  const items = [...add.map(waiting('add')), ...remove.map(waiting('remove'))];
  const slices = Array.from({ length: Math.ceil(items.length / sliceSize) }, (_, number) =>
    sliceOf(
      { organization, id: start.id },
      number,
      items.slice(number * sliceSize, (number + 1) * sliceSize),
    ),
  );
  return queued(
    start,
    { organization, kind: 'change-group-members', about },
    { slices, total: items.length },
  );
}

function queued(
  { id, actor, now }: Start,
  what: Pick<Job, 'organization' | 'kind' | 'about'>,
  { slices, total }: { slices: JobSlice[]; total: number },
): Queued {
  const job: Job = {
    ...{ type: 'job', version: 1, id, ...what, state: 'queued', slices: slices.length, done: 0 },
    ...('self' in actor && {
      startedBy: { organization: actor.self.organization, person: actor.self.id },
    }),
    progress: { done: 0, failed: 0, skipped: 0, total },
    createdAt: now,
  };
  return {
    job,
    changes: [job, ...slices].map(entity => ({ do: 'create', entity })),
    events: [told('job.queued', job, [{ field: 'about', after: what.about.id }])],
  };
}

export function sliceOf(
  { organization, id }: Pick<Job, 'organization' | 'id'>,
  number: number,
  items: readonly JobItemView[],
): JobSlice {
  return { type: 'job-slice', version: 1, organization, job: id, number, items: [...items] };
}

export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed';
}

export type Outcome = Pick<JobItemView, 'user' | 'action' | 'outcome' | 'reason'>;

/** The job with what some users came to, and how many slices are behind it. */
export function advanced(job: Job, outcomes: readonly Outcome[], done: number): Job {
  const count = (outcome: Outcome['outcome']) => outcomes.filter(each => each.outcome === outcome).length;
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

/** What is told of a step of the job: that it is over, or, where whoever works on it has worked for long, that it goes on. */
export function toldOfStep(after: Job, isTired: boolean): EventDraft[] {
  const { done, failed, skipped } = after.progress;
  if (isOver(after))
    return [
      told('job.finished', after, [
        { field: 'state', after: after.state },
        { field: 'progress', after: { done, failed, skipped } },
      ]),
    ];
  return isTired ? [told('job.continued', after, [])] : [];
}

function told(action: Action, { organization, id }: Job, changes: Difference[]): EventDraft {
  return { organization, action, target: { type: 'job', id }, changes };
}
