/** Where the files of an import lie, and what those are called that somebody takes away. */
import { isOver } from '../job.ts';
import type { Import } from '../model-imports.ts';
import type { Job } from '../model-jobs.ts';
import { isAnyLeft } from './left-rows.ts';

type Plan = NonNullable<Import['plan']>;

/** As it was uploaded. */
export function uploadKey({ organization, id }: Import): string {
  return `uploads/${organization}/${id}`;
}

export function partKey({ organization, id }: Import, { run }: Pick<Plan, 'run'>, number: number): string {
  return `plans/${organization}/${id}/${run}/${number}.json`;
}

/** `report`: all rows, with what they come to; `failed`: those that did not get in. */
export type ImportFile = 'report' | 'failed';

export function fileKey(
  { organization, id, format = 'csv' }: Import,
  { run }: Pick<Plan, 'run'>,
  file: ImportFile,
): string {
  return `reports/${organization}/${id}/${run}/${file}.${format}`;
}

/** After the file that was uploaded, in letters that every system takes. */
export function downloadName({ fileName, format = 'csv' }: Import, file: ImportFile): string {
  const name = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^\w -]+/g, '')
    .trim()
    .slice(0, 80);
  return `${[name, file].filter(Boolean).join('-')}.${format}`;
}

/**
 * Which files there are to be had, and of which plan. The one of the rows that did not get in is written anew once the job
 * is over, if it left any; until then there is none.
 */
export function filesOf(
  { plan, hasFailed }: Import,
  job: Job | undefined,
): { file: ImportFile; plan: Plan }[] {
  if (!plan) return [];
  const isToBeWritten = job && (!isOver(job) || (isAnyLeft(job) && !hasFailed));
  const isAny = hasFailed || plan.parts.some(({ error }) => error > 0);
  const files: ImportFile[] = isAny && !isToBeWritten ? ['report', 'failed'] : ['report'];
  return files.map(file => ({ file, plan }));
}
