/** What came of an import, in a sentence or three. */
import type { JobView } from '../../../shared/contract/jobs.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';

const words = importsTexts.run;

export function cameTo({ state, progress: { done, skipped, total } }: JobView): string {
  const [did, all] = [formatNumber(done), formatNumber(total)];
  return [
    done === total ? words.all(all) : words.some(did, all),
    ...(skipped > 0 ? [words.skipped(formatNumber(skipped))] : []),
    ...(state === 'cancelled' ? [words.cancelled] : []),
    ...(state === 'failed' ? [words.stopped] : []),
  ].join(' ');
}

/** Those for whom nothing was done and nothing can be said: the job never came to them. */
export function notReached({ progress: { done, failed, skipped, total } }: JobView): number {
  return total - done - failed - skipped;
}
