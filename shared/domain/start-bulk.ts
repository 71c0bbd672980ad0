/** Starting a job, and trying again what it could not do. */
import type { Bulk } from '../contract/bulk.ts';
import type { JobId } from '../contract/ids.ts';
import type { JobView } from '../contract/jobs.ts';
import type { Time } from '../contract/text.ts';
import { type Doer, gateRefusal } from './bulk.ts';
import { type Decision, refuse } from './decision.ts';
import { isOver, viewJob } from './job.ts';
import type { Job } from './model-jobs.ts';
import { bulkJob, retryJob, type Whom } from './queue-job.ts';

type Gate = NonNullable<ReturnType<typeof gateRefusal>>;
type Fresh = { id: JobId; now: Time };

/** Queues what is to be done, unless whoever asks could do it to nobody. */
export function decideStartBulk(
  { deed, selection }: Pick<Bulk, 'deed' | 'selection'>,
  doer: Doer,
  fresh: Fresh,
): Decision<JobView, Gate> {
  const refusal = gateRefusal(deed, doer);
  if (refusal) return refuse(refusal);
  const { actor, place } = doer;
  const about = place && { id: place.id, name: place.name };
  const task = { organization: actor.organization.id, about, deed };
  const { job, changes, events } = bulkJob({ ...fresh, actor }, task, whomOf(selection));
  return { ok: true, changes, events, answer: viewJob(job) };
}

/** Whom a selection means. */
export function whomOf(selection: Bulk['selection']): Whom {
  if ('users' in selection) return selection;
  if ('filter' in selection) return { gathering: { filter: selection.filter } };
  return { gathering: { job: selection.doneBy, outcome: 'done' } };
}

const mend = 'Download the rows that did not get in, mend them, and upload them again.';

/** Tries those again for whom a job has failed, by a job of its own. */
export function decideRetry(failed: Job, doer: Doer, fresh: Fresh): Decision<JobView, Gate | 'wrong-status'> {
  if (failed.kind === 'import') return refuse('wrong-status', { detail: mend });
  if (!isOver(failed)) return refuse('wrong-status', { detail: 'The job is not over yet.' });
  if (failed.progress.failed === 0)
    return refuse('wrong-status', { detail: 'The job has failed for nobody.' });
  const refusal = failed.deed && gateRefusal(failed.deed, doer);
  if (refusal) return refuse(refusal);
  const { job, changes, events } = retryJob({ ...fresh, actor: doer.actor }, failed);
  return { ok: true, changes, events, answer: viewJob(job) };
}
