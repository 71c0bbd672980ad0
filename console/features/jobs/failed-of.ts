/** Those for whom a job has failed, and why, as a file. */
import type { JobItemView } from '../../../shared/contract/jobs.ts';
import { call } from '../../api/api.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { csvOf } from '../../ui/csv.ts';

export async function failedOf(org: string, job: string): Promise<string> {
  const { id, name, reason } = jobsTexts.file;
  const rows: string[][] = [[id, name, reason]];
  for await (const item of itemsOf(org, job))
    if (item.outcome === 'failed') rows.push([item.user, item.name ?? jobsTexts.deleted, item.reason ?? '']);
  return csvOf(rows);
}

async function* itemsOf(org: string, job: string): AsyncGenerator<JobItemView> {
  let cursor: string | undefined;
  do {
    const page = await call('list-job-items', { org, job, cursor, limit: 200 });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}
