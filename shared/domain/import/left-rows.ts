/** The rows that did not get in, once the job of an import is over: those with errors, those that failed, those never reached. */
import type { Import, PartCounts } from '../model-imports.ts';
import type { Job, JobItem } from '../model-jobs.ts';
import type { PlannedRow } from '../model-plans.ts';
import { isToBeDone } from './import-job.ts';
import type { reportOf } from './report.ts';

/** Whether there are any besides those with errors, which are in a file since the check. */
export function isAnyLeft({ progress: { done, skipped, total } }: Job): boolean {
  return done + skipped < total;
}

/** Whether a part of the plan has any, by what came of its rows. */
export function isAnyLeftIn({ create, update, error }: PartCounts, items: readonly JobItem[]): boolean {
  const got = items.filter(({ outcome }) => outcome !== 'failed').length;
  return error > 0 || got < create + update;
}

export function leftRows(
  rows: readonly PlannedRow[],
  items: readonly JobItem[],
  report: ReturnType<typeof reportOf>,
): string[][] {
  const came = new Map(items.map(item => [item.row, item]));
  return rows.flatMap(row => {
    if (row.outcome === 'error') return [report.row(row)];
    const item = came.get(row.number);
    if (!isToBeDone(row) || (item && item.outcome !== 'failed')) return [];
    return [report.row(row, item ? { outcome: 'failed', reason: item.reason ?? '' } : notReached)];
  });
}

const notReached = { outcome: 'not done', reason: 'The import was called off before this row.' };

/** The import, where a file of these rows is there now. */
export function withLeft(it: Import): Import {
  return { ...it, hasFailed: true, version: it.version + 1 };
}
