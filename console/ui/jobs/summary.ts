/** What a job came to, in a sentence or three. */
import type { JobView } from '../../../shared/contract/jobs.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { formatNumber } from '../format.ts';
import { whatItDoes } from './job-progress.tsx';

export function summaryOf(job: JobView): string {
  const { skipped, failed } = job.progress;
  const told = words.summary;
  return [
    said(job),
    ...(skipped > 0 ? [told.skipped(formatNumber(skipped))] : []),
    ...(failed > 0 ? [told.failed(formatNumber(failed))] : []),
    ...(job.state === 'cancelled' ? [told.cancelled] : []),
    ...(job.state === 'failed' ? [told.stopped] : []),
  ].join(' ');
}

function said(job: JobView): string {
  const count = formatNumber(job.progress.done);
  return job.deed ? words.summary.bulk[job.deed.action](count) : words.summary.done(whatItDoes(job), count);
}
