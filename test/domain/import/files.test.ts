/** Which files there are of an import, and when. */
import { expect, test } from 'vitest';
import { filesOf } from '../../../shared/domain/import/files.ts';
import type { Import } from '../../../shared/domain/model-imports.ts';
import type { Job } from '../../../shared/domain/model-jobs.ts';

const planned = (error: number, more: Partial<Import> = {}) =>
  ({ plan: { run: 'r', parts: [{ create: 3, update: 0, unchanged: 0, error }] }, ...more }) as Import;
const job = (state: Job['state'], done: number) =>
  ({ state, progress: { done, failed: 0, skipped: 0, total: 3 } }) as Job;
const names = (it: Import, of?: Job) => filesOf(it, of).map(({ file }) => file);

test.each([
  ['nothing is planned', { ...planned(1), plan: undefined }, undefined, []],
  ['it has errors', planned(1), undefined, ['report', 'failed']],
  ['it has none', planned(0), undefined, ['report']],
  ['a job is at it', planned(1), job('running', 2), ['report']],
  ['all but the errors got in', planned(1), job('done', 3), ['report', 'failed']],
  ['all got in', planned(0), job('done', 3), ['report']],
  ['others did not get in, and are not written yet', planned(1), job('done', 2), ['report']],
  ['they are written', planned(1, { hasFailed: true }), job('cancelled', 2), ['report', 'failed']],
] as const)('%s', (_, it, of, files) => {
  expect(names(it, of)).toEqual(files);
});
