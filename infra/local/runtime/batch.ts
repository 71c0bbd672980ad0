/** What a Lambda says of a batch of queue messages or stream records: which of them it could not handle. */
import * as z from 'zod/mini';
import type { Outcome } from './lambda-messages.ts';

const Report = z.nullish(
  z.object({ batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.nullish(z.string()) }))) }),
);

/**
 * The identifiers of the items that failed; all of them when the function failed as a whole or, as in AWS, when
 * its report cannot be understood or names an item that was not in the batch.
 */
export function failedItems(
  outcome: Outcome,
  identifiers: readonly string[],
  reportsItems: boolean,
): readonly string[] {
  if (!outcome.ok) return identifiers;
  if (!reportsItems) return [];
  const report = Report.safeParse(outcome.payload);
  if (!report.success) return identifiers;
  const named = (report.data?.batchItemFailures ?? []).map(item => item.itemIdentifier ?? '');
  return named.every(identifier => identifiers.includes(identifier)) ? named : identifiers;
}
