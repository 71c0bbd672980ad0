/** Whom a job is about, where nobody was named: they are gathered before anything is done to anybody. */
import type { Time } from '../contract/text.ts';
import { finished, type Step, slicesOf } from './job.ts';
import type { User } from './model.ts';
import type { Gathering, Job, JobItem } from './model-jobs.ts';
import { sliceSize } from './queue-job.ts';
import { next } from './user.ts';

/** So many at once: as slices, with the job, they are written in one transaction. */
export const gatheredAtOnce = 1000;

/** Some more users of the job, and how to go on: `undefined`, these were the last. */
export type Gathered = {
  items: readonly JobItem[];
  left: Gathering | undefined;
  /** Where they were read to be found. */
  users?: readonly User[];
};

export function decideGathered(job: Job, { items, left }: Gathered, now: Time): Step {
  const slices = slicesOf(job, items, { size: sliceSize(job), from: job.slices });
  const progress = { ...job.progress, total: job.progress.total + items.length };
  const moved = next(job, {
    state: 'running',
    gathering: left,
    slices: job.slices + slices.length,
    progress,
  });
  const isForNobody = !left && moved.slices === 0;
  const after = isForNobody ? finished(moved, now) : moved;
  return {
    after,
    changes: [
      ...slices.map(entity => ({ do: 'create', entity }) as const),
      { do: 'update', before: job, after },
    ],
    events: [],
  };
}
