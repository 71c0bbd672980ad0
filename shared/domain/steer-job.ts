/** Letting a job rest, letting it go on, and calling it off: whoever works on it finds it so with their next transaction. */
import type { JobView } from '../contract/jobs.ts';
import type { Time } from '../contract/text.ts';
import { type Decision, refuse } from './decision.ts';
import { isOver, toldOfJob, viewJob } from './job.ts';
import type { Job } from './model-jobs.ts';
import { next } from './user.ts';

type Steered = Decision<JobView, 'wrong-status'>;

/** What was done stays; the rest waits until somebody lets it go on. */
export function decidePause(job: Job): Steered {
  if (job.state === 'paused') return refuse('wrong-status', { detail: 'The job is paused already.' });
  return refusalOf(job) ?? steered(job, { state: 'paused' }, 'job.paused');
}

/** It waits its turn, as at its beginning. */
export function decideResume(job: Job): Steered {
  if (job.state !== 'paused') return refuse('wrong-status', { detail: 'The job is not paused.' });
  return steered(job, { state: 'queued' }, 'job.resumed');
}

/** What was done stays; the rest is not done any more. */
export function decideCancel(job: Job, now: Time): Steered {
  const after = { state: 'cancelled', gathering: undefined, finishedAt: now } as const;
  return refusalOf(job) ?? steered(job, after, 'job.cancelled');
}

/** What was deleted is taken from everybody all the same. */
function refusalOf(job: Job) {
  if (isOver(job)) return refuse('wrong-status', { detail: 'The job is over already.' });
  if (job.kind !== 'unassign') return undefined;
  return refuse('wrong-status', {
    detail: 'What was deleted is taken away from everybody: this cannot be stopped.',
  });
}

function steered(
  job: Job,
  different: Partial<Job>,
  action: 'job.paused' | 'job.resumed' | 'job.cancelled',
): Steered {
  const after = next(job, different);
  return {
    ok: true,
    changes: [{ do: 'update', before: job, after }],
    events: [toldOfJob(action, after, [{ field: 'progress', after: after.progress }])],
    answer: viewJob(after),
  };
}
