/** What an import would do, or how many it was to do, in words. */
import { type ImportView, RowOutcome } from '../../../shared/contract/imports.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';

const words = importsTexts.plan;

export type Counts = NonNullable<ImportView['counts']>;

const none: Counts = { create: 0, update: 0, unchanged: 0, error: 0 };

export function countsOf({ counts = none }: ImportView): Counts {
  return counts;
}

/** How many users are created or changed. */
export function concerned(it: ImportView): number {
  const { create, update } = countsOf(it);
  return create + update;
}

/** "Creates 1,000 users, changes 34 and leaves out 6 rows with errors." Or why there is nothing to do. */
export function whatItDoes(it: ImportView): string {
  const { create, update, error } = countsOf(it);
  if (create + update === 0) return error > 0 ? words.nothingButErrors : words.nothing;
  return words.does([
    ...(create > 0 ? [words.create(formatNumber(create))] : []),
    ...(update > 0 ? [words.update(formatNumber(update))] : []),
    ...(error > 0 ? [words.leftOut(formatNumber(error))] : []),
  ]);
}

/** "1,000 new · 34 changed · 6 with errors"; what is unchanged only where nothing else is there. */
export function inShort({ counts, state, progress }: ImportView): string {
  if (state === 'checking') return words.rows(formatNumber(progress.done));
  if (!counts) return '–';
  const telling = RowOutcome.options.filter(each => counts[each] > 0 && each !== 'unchanged');
  const there = telling.length > 0 ? telling : (['unchanged'] as const);
  const parts = there.map(outcome => words.short[outcome](formatNumber(counts[outcome])));
  // Each number stays with its word.
  return parts.map(part => part.replaceAll(' ', '\u00a0')).join(' · ');
}
