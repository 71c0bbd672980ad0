/** The job that does what an import has planned: some rows in each step, which become a slice of it. */
import type { Time } from '../../contract/text.ts';
import type { Judged } from '../bulk-batch.ts';
import { advanced, finished, type Step, sliceOf } from '../job.ts';
import type { Job, JobItem } from '../model-jobs.ts';
import type { PlannedRow } from '../model-plans.ts';

/** A row of a plan: the number of its part, and its own in that. */
export type Place = NonNullable<Job['at']>;
export const firstPlace: Place = { part: 0, row: 0 };

/** A row, and what comes after it. */
export type PlacedRow = { row: PlannedRow; next: Place };

export function isToBeDone({ outcome }: PlannedRow): boolean {
  return outcome === 'create' || outcome === 'update';
}

/** The fewest steps that doing a row takes, with its event. */
export function fewestSteps({ create, edit }: PlannedRow): number {
  if (!create) return edit?.wish.username ? 3 : 2;
  const { username, groups, customRoles, projects } = create.wish;
  return 4 + (username ? 1 : 0) + groups.length + customRoles.length + projects.length;
}

/** The step by which some rows have their outcome, together with what is changed for them; after the last it is over. */
export function stepThrough(
  job: Job,
  { items, next }: { items: readonly JobItem[]; next: Place },
  { changes, events }: Pick<Judged, 'changes' | 'events'>,
  now: Time,
): Step {
  const slices = job.slices + 1;
  const moved = { ...advanced(job, items, slices), slices, at: next };
  const { done, failed, skipped, total } = moved.progress;
  const after = done + failed + skipped === total ? finished(moved, now) : moved;
  return {
    after,
    changes: [
      ...changes,
      { do: 'create', entity: sliceOf(job, job.slices, items) },
      { do: 'update', before: job, after },
    ],
    events: [...events],
  };
}

/** The end of a job whose plan is not kept any more: all that is left of it has failed. */
export function stepWithoutPlan(job: Job, now: Time): Step {
  const { done, skipped, total } = job.progress;
  const moved = advanced(job, [], job.done);
  const after = finished(
    { ...moved, progress: { done, skipped, failed: total - done - skipped, total } },
    now,
  );
  return { after, changes: [{ do: 'update', before: job, after }], events: [] };
}
