/** What users are found by, kept in step through a real stream: late, twice, out of order, and beside a broken record. */
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { DeleteCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { usersHandler } from '../../../functions/runtime/follow-users.ts';
import { createClock } from '../../../infra/local/clock.ts';
import type { Outcome } from '../../../infra/local/runtime/lambda-messages.ts';
import { type RunningStream, runStreamMapping } from '../../../infra/local/runtime/stream-mapping.ts';
import { chanceOf } from '../../../infra/local/seed/sizes/chance.ts';
import { memberOf } from '../../../infra/local/seed/sizes/crowd.ts';
import { openUserIndexer } from '../../../shared/adapters/dynamo/index-users.ts';
import { itemOf, nameOf } from '../../../shared/adapters/dynamo/items.ts';
import { keyOf } from '../../../shared/adapters/dynamo/keys.ts';
import { rowsOf } from '../../../shared/adapters/dynamo/user-rows.ts';
import type { User } from '../../../shared/domain/model.ts';
import { next } from '../../../shared/domain/user.ts';
import { crowdHere } from '../../bench/sizes.ts';
import { type BareDirectory, startBareDirectory } from '../../harness/bare-directory.ts';
import '../../harness/quiet.ts';

const crowd = crowdHere();
const everybody = Array.from({ length: 99 }, (_, number) => memberOf(crowd, number).user);
const given: DynamoDBRecord[] = [];
const deadLetters: object[] = [];
let directory: BareDirectory;
let handler: (event: DynamoDBStreamEvent) => Promise<void>;
let streams: DynamoDBStreamsClient;
let stream: RunningStream;

beforeAll(async () => {
  directory = await startBareDirectory({ streams: true });
  for (const [name, value] of Object.entries(directory.environment)) vi.stubEnv(name, value);
  handler = usersHandler({ indexer: openUserIndexer({ directory: directory.table }) });
  streams = new DynamoDBStreamsClient({ endpoint: directory.environment.AWS_ENDPOINT_URL_DYNAMODB });
  stream = follow();
});
afterAll(async () => {
  await stream?.stop();
  streams?.destroy();
  await directory?.stop();
  vi.unstubAllEnvs();
});

/** As the template has it, but for fewer retries. */
function follow(): RunningStream {
  const ofUsers = (image: string) => ({ dynamodb: { [image]: { type: { S: ['user'] } } } });
  const mapping = {
    ...{ streamArn: directory.streamArn, localStreamArn: directory.streamArn, functionArn: 'index-users' },
    ...({ batchSize: 100, startingPosition: 'TRIM_HORIZON', reportsItems: true, bisects: true } as const),
    ...{ maximumRetries: 1, filters: [ofUsers('NewImage'), ofUsers('OldImage')], onFailure: 'dead-letters' },
  };
  const deliver = async (_: string, letter: unknown): Promise<Outcome> => {
    deadLetters.push(Object(letter));
    return { ok: true, payload: null };
  };
  const invoke = async (_: string, event: unknown) => outcomeOf(event as DynamoDBStreamEvent); // a stream's
  return runStreamMapping(mapping, {
    client: streams,
    lambda: { invoke },
    // Nobody tells it of what is written here.
    pulse: { rest: () => new Promise(resolve => setTimeout(resolve, 25)) },
    clock: createClock(),
    deliver,
    warn: () => {},
  });
}

async function outcomeOf(event: DynamoDBStreamEvent): Promise<Outcome> {
  given.push(...event.Records);
  try {
    await handler(event);
    return { ok: true, payload: null };
  } catch (error) {
    return { ok: false, error: { errorType: 'Error', errorMessage: String(error) } };
  }
}

const put = (user: User) =>
  directory.client.send(new PutCommand({ TableName: directory.table, Item: itemOf(user) }));

/** Everything that users are found by, as it is stored. */
async function rows(): Promise<Map<string, object>> {
  const stored = new Map<string, object>();
  for await (const { Items = [] } of paginateScan(
    { client: directory.client },
    { TableName: directory.table },
  ))
    for (const item of Items) if (String(item.pk).includes('#FIND#')) stored.set(nameOf(item), item);
  return stored;
}

function wanted(users: readonly User[]): Map<string, object> {
  return new Map(users.flatMap(rowsOf).map(row => [nameOf(row), row]));
}

const caughtUp = () => {
  const now = performance.now();
  return vi.waitFor(() => expect(stream.caughtUpSince(now)).toBe(true), { timeout: 60_000, interval: 50 });
};

test('among a hundred records one that cannot be read is set aside alone, and the others are done', async () => {
  const [first] = everybody;
  if (!first) throw new Error('There is nobody');
  const { email: _, ...broken } = itemOf(first);
  const poison = { ...broken, sk: 'USER#nobody' };
  for (const [i, user] of everybody.entries()) {
    if (i === 50) await directory.client.send(new PutCommand({ TableName: directory.table, Item: poison }));
    await put(user);
  }
  await caughtUp();
  expect(await rows()).toEqual(wanted(everybody));
  expect(deadLetters).toEqual([
    expect.objectContaining({ DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1 }) }),
  ]);
});

test('records that come twice, late and out of order make the rows that users have now', async () => {
  given.length = 0;
  const [gone, ...left] = everybody.slice(0, 30);
  if (!gone) throw new Error('There is nobody');
  const renamed = left.map((user, i) => next(user, { lastName: `Renamed${i % 7}`, status: 'inactive' }));
  const now = renamed.map((user, i) => next(user, i % 2 ? { lastName: left[i]?.lastName } : { groups: [] }));
  for (const user of [...renamed, ...now]) await put(user);
  const Key = keyOf({ type: 'user', organization: gone.organization, id: gone.id });
  await directory.client.send(new DeleteCommand({ TableName: directory.table, Key }));
  await caughtUp();
  const all = wanted([...now, ...everybody.slice(30)]);
  expect(await rows()).toEqual(all);

  for (const seed of [1, 2]) {
    const chance = chanceOf(seed, 0);
    const shuffled = [...given, ...given].map(record => ({ record, at: chance.next() }));
    const Records = shuffled.sort((one, other) => one.at - other.at).map(({ record }) => record);
    for (let from = 0; from < Records.length; from += 40)
      await handler({ Records: Records.slice(from, from + 40) });
    expect(await rows()).toEqual(all);
  }
});
