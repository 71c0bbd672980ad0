/** How a batch of stream records is worked through: in order, tried again, halved to find the one that fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamRecord } from './stream-record.ts';

type Records = readonly StreamRecord[];

export type BatchWork = {
  /** Tries the records and gives the sequence numbers of those that failed. */
  readonly attempt: (records: Records) => Promise<readonly string[]>;
  /** Told what is tried no more. */
  readonly giveUp: (records: Records) => Promise<void>;
  readonly bisects: boolean;
  /** -1 tries for ever. */
  readonly maximumRetries: number;
  readonly signal: AbortSignal;
};

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

export const sequenceOf = (record: StreamRecord): string => record.dynamodb.SequenceNumber;

/** Resolves once each record was taken or given up, or the signal has come. */
export async function workThrough(records: Records, work: BatchWork, retries = 0): Promise<void> {
  if (records.length === 0 || work.signal.aborted) return;
  const failed = await work.attempt(records);
  if (failed.length === 0 || work.signal.aborted) return;
  const first = records.findIndex(record => failed.includes(sequenceOf(record)));
  // What lies before the first failure is done; the rest is tried anew.
  if (first > 0) return workThrough(records.slice(first), work);
  if (work.bisects && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    await workThrough(records.slice(0, middle), work);
    return workThrough(records.slice(middle), work);
  }
  if (work.maximumRetries >= 0 && retries >= work.maximumRetries) return work.giveUp(records);
  const pause = Math.min(FIRST_PAUSE * 2 ** retries, LONGEST_PAUSE);
  await sleep(pause, undefined, { signal: work.signal }).catch(() => undefined);
  return workThrough(records, work, retries + 1);
}
