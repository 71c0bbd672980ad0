/** Reads a DynamoDB stream shard by shard: each in order, and none before the one it grew out of. */
import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

export type StreamSource = {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly from: 'TRIM_HORIZON' | 'LATEST';
  readonly limit: number;
  /** Resolves when, after a look that found nothing, it is time for another. */
  readonly rest: (signal: AbortSignal) => Promise<void>;
  /** Told when a look found nothing: all that was written before it began has been taken. */
  readonly onEmpty: (began: number) => void;
  readonly signal: AbortSignal;
};

export type ShardBatch = { readonly shardId: string; readonly records: readonly _Record[] };
type Take = (batch: ShardBatch) => Promise<void>;

/** Gives `take` what comes, one batch at a time in each shard, until the signal. */
export async function readStream(source: StreamSource, take: Take): Promise<void> {
  const shards = await shardsOf(source);
  const known = new Set(shards.map(shard => shard.ShardId));
  const roots = shards.filter(shard => !known.has(shard.ParentShardId));
  await Promise.all(roots.map(root => readFamily(source, root.ShardId, source.from, take)));
}

/** A shard, and when it is closed and read to its end, those that follow it. */
async function readFamily(
  source: StreamSource,
  shardId: string | undefined,
  from: StreamSource['from'],
  take: Take,
): Promise<void> {
  if (shardId === undefined) return;
  await readShard(source, shardId, from, take);
  while (!source.signal.aborted) {
    const children = (await shardsOf(source)).filter(shard => shard.ParentShardId === shardId);
    if (children.length > 0) {
      await Promise.all(children.map(child => readFamily(source, child.ShardId, 'TRIM_HORIZON', take)));
      return;
    }
    await source.rest(source.signal);
  }
}

async function readShard(
  source: StreamSource,
  shardId: string,
  from: StreamSource['from'],
  take: Take,
): Promise<void> {
  let read: string | undefined;
  let iterator = await iteratorAt(source, shardId, from, read);
  while (iterator !== undefined && !source.signal.aborted) {
    const began = performance.now();
    const batch = await recordsAt(source, iterator);
    if (batch === 'stale') {
      iterator = await iteratorAt(source, shardId, from, read);
      continue;
    }
    if (batch.records.length > 0) await take({ shardId, records: batch.records });
    else {
      source.onEmpty(began);
      await source.rest(source.signal);
    }
    read = batch.records.at(-1)?.dynamodb?.SequenceNumber ?? read;
    iterator = batch.next;
  }
}

/** Where to read on: after what was read last, or where reading begins. */
async function iteratorAt(
  { client, streamArn }: StreamSource,
  shardId: string,
  from: StreamSource['from'],
  read: string | undefined,
): Promise<string | undefined> {
  const position =
    read === undefined
      ? { ShardIteratorType: from }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: read };
  const question = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...position });
  return (await client.send(question)).ShardIterator;
}

/** DynamoDB Local calls an iterator trimmed that it gave while the shard was still empty. */
async function recordsAt({ client, limit }: StreamSource, iterator: string) {
  try {
    const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }));
    return { records: answer.Records ?? [], next: answer.NextShardIterator };
  } catch (error) {
    if (error instanceof TrimmedDataAccessException || error instanceof ExpiredIteratorException) {
      return 'stale' as const;
    }
    throw error;
  }
}

async function shardsOf({ client, streamArn }: StreamSource): Promise<Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const page = new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: last });
    const { StreamDescription } = await client.send(page);
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
}
