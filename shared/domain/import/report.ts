/** The files that come back: the rows as they stood, with what they come to and why; made so that they can be mended and uploaded again. */
import { type RowOutcome, reportHeadings } from '../../contract/imports.ts';
import { plainCell, safeCell } from '../cells.ts';
import type { PlannedRow } from '../model-plans.ts';
import { isLeftOut } from './columns.ts';

/** Of a file with these headings: what an earlier check had put there is put there anew. */
export function reportOf(headings: readonly string[]) {
  const own = headings.flatMap((heading, at) => (isLeftOut(heading) ? [] : [at]));
  return {
    headings: [...own.map(at => safely(headings[at] ?? '')), ...reportHeadings],
    /** @param told what else came of it, where a job has tried to do it */
    row: (planned: PlannedRow, told?: { outcome: string; reason: string }): string[] => {
      const { outcome, reason } = told ?? { outcome: words[planned.outcome], reason: whyOf(planned) };
      const remedy = told ? '' : planned.errors.map(error => error.remedy).join(' ');
      const cells = own.map(at => planned.cells[at] ?? '');
      return [...cells, outcome, reason, remedy].map(safely);
    },
  };
}

/** As they stood there, and in any case safe. */
const safely = (cell: string) => safeCell(plainCell(cell));

const words: Readonly<Record<RowOutcome, string>> = {
  create: 'create',
  update: 'update',
  unchanged: 'unchanged',
  error: 'error',
};

function whyOf({ errors, changes, create }: PlannedRow): string {
  if (errors.length > 0) return errors.map(({ reason }) => reason).join(' ');
  if (create) return '';
  return changes
    .map(({ heading, before, after }) => `${heading}: ${before || 'none'} → ${after || 'none'}`)
    .join('\n');
}
