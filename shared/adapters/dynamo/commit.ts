/** Commits: one transaction over both tables, with what stood in the way when it is refused. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Commit, CommitResult, Conflict } from '../../domain/change.ts';
import { pause } from './pause.ts';
import type { PlannedStep, Tables } from './planned.ts';
import { eventStep, stepOf } from './steps.ts';

/** Tries, when other transactions are under way on the same items. */
const tries = 6;

export function committing(client: DynamoDBDocumentClient, tables: Tables) {
  return async ({ changes, events }: Commit): Promise<CommitResult> => {
    const planned = [
      ...changes.map(change => stepOf(change, tables)),
      ...events.map(event => eventStep(event, tables)),
    ];
    if (planned.length === 0) return { ok: true }; // DynamoDB refuses a transaction of nothing
    for (let attempt = 0; attempt < tries; attempt++) {
      const refused = await attemptOf(client, planned);
      if (!refused) return { ok: true };
      if (refused !== 'contended') return { ok: false, conflict: refused };
      await pause(attempt);
    }
    return { ok: false, conflict: { on: 'contention' } };
  };
}

async function attemptOf(
  client: DynamoDBDocumentClient,
  planned: readonly PlannedStep[],
): Promise<Conflict | 'contended' | undefined> {
  try {
    // The SDK adds a ClientRequestToken, so that its own retries after a timeout commit once.
    await client.send(new TransactWriteCommand({ TransactItems: planned.map(({ step }) => step) }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return refusalIn(error, planned);
  }
}

/** Reasons come in the order of the steps. A failed condition says more than contention beside it. */
function refusalIn(
  error: TransactionCanceledException,
  planned: readonly PlannedStep[],
): Conflict | 'contended' {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  const failed = planned[codes.indexOf('ConditionalCheckFailed')];
  if (failed) return failed.conflict;
  const passing = ['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
  if (codes.every(code => passing.includes(code))) return 'contended';
  throw error;
}
