/** Lambda's event source mapping for DynamoDB streams: in order, retried, halved to find the record that fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Clock } from '../clock.ts';
import { failedItems } from './batch.ts';
import { compilePattern, type EventPattern } from './event-pattern.ts';
import type { Lambda } from './lambda.ts';
import type { Running } from './queue-mapping.ts';
import { readStream, type ShardBatch } from './stream-reader.ts';
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
  /** Delivers every record that came so far once more, as AWS may do at any time. */
  redeliver(): Promise<void>;
};

type Options = {
  readonly client: DynamoDBStreamsClient;
  readonly lambda: Lambda;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly warn: (message: string) => void;
};

/** A look while Lambdas are at work finds what they have just written; a quiet cloud looks seldom. */
const REST_WHEN_BUSY = 25;
const REST_WHEN_QUIET = 250;
const BUSY_FOR = 1_000;
const FIRST_RETRY_PAUSE = 100;
const LONGEST_RETRY_PAUSE = 5_000;
const PAUSE_AFTER_FAILURE = 500;
const REMEMBERED_BATCHES = 1_000;

export function runStreamMapping(mapping: StreamMapping, options: Options): RunningStream {
  const { client, lambda, clock, deliver, warn } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const filters = mapping.filters.map(compilePattern);
  const seen: (readonly StreamRecord[])[] = [];

  const invoke = async (records: readonly StreamRecord[]) => {
    const outcome = await lambda.invoke(mapping.functionArn, { Records: records });
    return failedItems(outcome, records.map(sequenceOf), mapping.reportsItems);
  };

  const giveUp = async (shardId: string, records: readonly StreamRecord[]) => {
    warn(
      `${records.length} record(s) of ${mapping.streamArn} were given up after ${mapping.maximumRetries} retries`,
    );
    if (mapping.onFailure !== undefined)
      await deliver(mapping.onFailure, obituary(mapping, shardId, records));
  };

  /** Handles the records in order; returns once each was taken or given up. */
  const handle = async (shardId: string, records: readonly StreamRecord[], retries = 0): Promise<void> => {
    if (records.length === 0 || signal.aborted) return;
    const failed = await invoke(records);
    if (failed.length === 0 || signal.aborted) return;
    const first = records.findIndex(record => failed.includes(sequenceOf(record)));
    // What lies before the first failure is done; the rest is tried anew.
    if (first > 0) return handle(shardId, records.slice(first));
    if (mapping.bisects && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      await handle(shardId, records.slice(0, middle));
      return handle(shardId, records.slice(middle));
    }
    if (mapping.maximumRetries >= 0 && retries >= mapping.maximumRetries) return giveUp(shardId, records);
    const pause = Math.min(FIRST_RETRY_PAUSE * 2 ** retries, LONGEST_RETRY_PAUSE);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    return handle(shardId, records, retries + 1);
  };

  const take = async ({ shardId, records }: ShardBatch) => {
    const wanted = records
      .map(record => toLambdaRecord(record, mapping.streamArn, clock))
      .filter(passes(filters));
    seen.push(wanted);
    if (seen.length > REMEMBERED_BATCHES) seen.shift();
    await handle(shardId, wanted);
  };

  const source = {
    client,
    streamArn: mapping.localStreamArn,
    from: mapping.startingPosition,
    limit: mapping.batchSize,
    rest: () => (lambda.busyWithin(BUSY_FOR) ? REST_WHEN_BUSY : REST_WHEN_QUIET),
    signal,
  };
  const reading = (async () => {
    while (!signal.aborted) {
      await readStream(source, take).catch(async error => {
        if (signal.aborted) return;
        warn(`The stream ${mapping.streamArn} cannot be read: ${error}`);
        await sleep(PAUSE_AFTER_FAILURE);
      });
    }
  })();

  return {
    functionArn: mapping.functionArn,
    async redeliver() {
      for (const records of [...seen]) await invoke(records);
    },
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}

const sequenceOf = (record: StreamRecord): string => record.dynamodb.SequenceNumber;

const passes = (filters: readonly EventPattern[]) => (record: StreamRecord) =>
  filters.length === 0 || filters.some(matches => matches(record));

/** What AWS sends on failure: where to find the records, never the records themselves. */
function obituary(mapping: StreamMapping, shardId: string, records: readonly StreamRecord[]) {
  return {
    requestContext: { functionArn: mapping.functionArn, condition: 'RetryAttemptsExhausted' },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records.at(0)?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
  };
}
