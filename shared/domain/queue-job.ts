/** Queueing jobs: the job, what it is to do and the event that starts it, in one transaction with what it follows from. */
import type { ImportId, JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { Actor } from './actor.ts';
import type { AssignedId } from './assigned-id.ts';
import type { Change } from './change.ts';
import type { EventDraft } from './decision.ts';
import { slicesOf, toldOfJob } from './job.ts';
import type { Gathering, Job, JobItem } from './model-jobs.ts';

/** So many users lie in one slice: of the largest job, all slices are still written in one transaction. */
const membersInSlice = 60;
/** Where each user is a transaction of their own, which writes their slice anew, it is a small one. */
export const bulkInSlice = 20;

/** Who starts a job, and when. */
export type Start = { id: JobId; actor: Actor; now: Time };

/** What a job is about. */
export type About = { id: AssignedId; name: string };

type Queued = { job: Job; changes: Change[]; events: EventDraft[] };

/** What a job is to do. */
export type Task = Pick<Job, 'organization' | 'kind' | 'about' | 'deed' | 'retryOf' | 'import' | 'at'>;

/** Users who are named, or who are to be gathered. */
export type Whom = { users: readonly PersonId[] } | { gathering: Gathering };

/**
 * The steps and the event that queue a job, which takes a deleted custom role, group or project from whoever had it: to
 * be committed with the deletion. Whoever has it is found while the job runs.
 * @param had how many had it, where that is known
 */
export function unassignJob(start: Start, organization: OrganizationId, about: About, had = 0): Queued {
  return queued(start, { organization, kind: 'unassign', about }, { items: [], total: had });
}

/** The same for users who are to be added to a group or removed from it, at most as many as a request may name. */
export function changeMembersJob(
  start: Start,
  { organization, about }: { organization: OrganizationId; about: About },
  { add, remove }: { add: readonly PersonId[]; remove: readonly PersonId[] },
): Queued {
  const waiting = (action: JobItem['action']) => (user: PersonId) =>
    ({ user, action, outcome: 'waiting' }) as const;
  const items = [...add.map(waiting('add')), ...remove.map(waiting('remove'))];
  return queued(start, { organization, kind: 'change-group-members', about }, { items });
}

/** The same for one thing that is to be done to many users. */
export function bulkJob(start: Start, task: Omit<Task, 'kind'>, whom: Whom): Queued {
  const named = 'users' in whom ? [...new Set(whom.users)] : [];
  const items = named.map(user => ({ user, outcome: 'waiting' }) as const);
  const gathering = 'gathering' in whom ? whom.gathering : undefined;
  return queued(start, { ...task, kind: 'bulk' }, { items, gathering });
}

/** The same for what an import has planned: rows of the plan become users of the job as they are done. */
export function importJob(
  start: Start,
  { organization, import: id }: { organization: OrganizationId; import: ImportId },
  rows: number,
): Queued {
  const task = { organization, kind: 'import', import: id, at: { part: 0, row: 0 } } as const;
  return queued(start, task, { items: [], total: rows });
}

/** The same for the users for whom a job has failed. */
export function retryJob(start: Start, failed: Job): Queued {
  const { organization, kind, about, deed, id: retryOf } = failed;
  const gathering = { job: retryOf, outcome: 'failed' } as const;
  return queued(start, { organization, kind, about, deed, retryOf }, { items: [], gathering });
}

function queued(
  { id, actor, now }: Start,
  task: Task,
  {
    items,
    total = items.length,
    gathering,
  }: { items: readonly JobItem[]; total?: number } & Pick<Job, 'gathering'>,
): Queued {
  const slices = slicesOf({ organization: task.organization, id }, items, { size: sliceSize(task) });
  const job: Job = {
    ...{ type: 'job', version: 1, id, ...task, state: 'queued', gathering, slices: slices.length, done: 0 },
    ...('self' in actor && {
      startedBy: { organization: actor.self.organization, person: actor.self.id },
    }),
    progress: { done: 0, failed: 0, skipped: 0, total },
    createdAt: now,
  };
  return {
    job,
    changes: [job, ...slices].map(entity => ({ do: 'create', entity })),
    events: [toldOfJob('job.queued', job, whatIsDone(task))],
  };
}

export function sliceSize({ kind }: Pick<Job, 'kind'>): number {
  return kind === 'bulk' ? bulkInSlice : membersInSlice;
}

function whatIsDone({ about, deed, retryOf, import: imported }: Task) {
  return [
    ...(about ? [{ field: 'about', after: about.id }] : []),
    ...(deed ? [{ field: 'deed', after: deed }] : []),
    ...(retryOf ? [{ field: 'retryOf', after: retryOf }] : []),
    ...(imported ? [{ field: 'import', after: imported }] : []),
  ];
}
