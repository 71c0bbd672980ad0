/** Lambda's event source mapping for DynamoDB streams. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Clock } from '../clock.ts';
import { failedItems } from './batch.ts';
import { compilePattern } from './event-pattern.ts';
import type { Lambda } from './lambda.ts';
import type { Pulse } from './pulse.ts';
import type { Running } from './queue-mapping.ts';
import { sequenceOf, workThrough } from './stream-batch.ts';
import { readStream, type ShardBatch, type StreamSource } from './stream-reader.ts';
import { type StreamRecord, toLambdaRecord } from './stream-record.ts';
import type { Deliver } from './targets.ts';

export type StreamMapping = {
  readonly streamArn: string;
  /** The stream's address on this machine, where it differs from its ARN in the template. */
  readonly localStreamArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly reportsItems: boolean;
  readonly bisects: boolean;
  /** -1 retries for as long as the stream keeps the record. */
  readonly maximumRetries: number;
  readonly filters: readonly unknown[];
  /** Where the description of what was given up goes. */
  readonly onFailure?: string;
};

export type RunningStream = Running & {
  readonly functionArn: string;
  /** Whether everything that was written before a moment (of `performance.now()`) has been taken. */
  caughtUpSince(moment: number): boolean;
  /** Whether records are given to the function from now on; otherwise they are read and dropped. */
  listen(listens: boolean): void;
  /** Delivers the newest batches of records once more, as AWS may do at any time. */
  redeliver(): Promise<void>;
};

type Options = {
  readonly client: DynamoDBStreamsClient;
  readonly lambda: Pick<Lambda, 'invoke'>;
  readonly pulse: Pick<Pulse, 'rest'>;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly warn: (message: string) => void;
};

const PAUSE_AFTER_FAILURE = 500;
const REMEMBERED_BATCHES = 100;

export function runStreamMapping(mapping: StreamMapping, options: Options): RunningStream {
  const { client, lambda, clock, pulse } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wanted = filterOf(mapping);
  const seen: (readonly StreamRecord[])[] = [];

  const attempt = async (Records: readonly StreamRecord[]) => {
    const outcome = await lambda.invoke(mapping.functionArn, { Records });
    return failedItems(outcome, Records.map(sequenceOf), mapping.reportsItems);
  };
  let listens = true;
  const take = async ({ shardId, records }: ShardBatch) => {
    if (!listens) return;
    const batch = records.map(record => toLambdaRecord(record, mapping.streamArn, clock)).filter(wanted);
    seen.push(batch);
    if (seen.length > REMEMBERED_BATCHES) seen.shift();
    const giveUp = (given: readonly StreamRecord[]) => setAside(mapping, shardId, given, options);
    await workThrough(batch, { ...mapping, attempt, giveUp, signal });
  };

  const { localStreamArn: streamArn, startingPosition: from, batchSize: limit } = mapping;
  let emptyAt = -Infinity;
  const onEmpty = (began: number) => {
    emptyAt = began;
  };
  const reading = readOnAndOn(
    { client, streamArn, from, limit, rest: pulse.rest, onEmpty, signal },
    take,
    options,
  );
  return {
    functionArn: mapping.functionArn,
    caughtUpSince: moment => emptyAt >= moment,
    listen(does) {
      listens = does;
    },
    async redeliver() {
      for (const records of [...seen]) await attempt(records);
    },
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}

async function readOnAndOn(
  source: StreamSource,
  take: (batch: ShardBatch) => Promise<void>,
  { warn }: Options,
): Promise<void> {
  while (!source.signal.aborted) {
    await readStream(source, take).catch(async error => {
      if (source.signal.aborted) return;
      warn(`The stream ${source.streamArn} cannot be read: ${error}`);
      await sleep(PAUSE_AFTER_FAILURE);
    });
  }
}

function filterOf({ filters }: StreamMapping): (record: StreamRecord) => boolean {
  const patterns = filters.map(compilePattern);
  return record => patterns.length === 0 || patterns.some(matches => matches(record));
}

/** Sends on what AWS sends on: where to find the records, never the records themselves. */
async function setAside(
  mapping: StreamMapping,
  shardId: string,
  records: readonly StreamRecord[],
  { deliver, warn }: Options,
): Promise<void> {
  const { functionArn, streamArn, maximumRetries, onFailure } = mapping;
  warn(`${records.length} record(s) of ${streamArn} were given up after ${maximumRetries} retries`);
  if (onFailure === undefined) return;
  await deliver(onFailure, {
    requestContext: { functionArn, condition: 'RetryAttemptsExhausted' },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records.at(0)?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn,
    },
  });
}
