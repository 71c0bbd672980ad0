/** What the overview counts, in a real table: by many at once, twice, late and out of order. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { factorsHandler } from '../../../functions/runtime/follow-users.ts';
import { openDayCounter } from '../../../shared/adapters/dynamo/count-days.ts';
import { openCoverageCounter } from '../../../shared/adapters/dynamo/count-factors.ts';
import { itemOf } from '../../../shared/adapters/dynamo/items.ts';
import { reading } from '../../../shared/adapters/dynamo/reading.ts';
import { rowsOf } from '../../../shared/adapters/dynamo/user-rows.ts';
import { systemIds } from '../../../shared/adapters/system.ts';
import { DailyNumber } from '../../../shared/contract/overview.ts';
import type { Happening } from '../../../shared/domain/daily.ts';
import type { User } from '../../../shared/domain/model.ts';
import { needingAttention } from '../../../shared/domain/overview.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { next } from '../../../shared/domain/user.ts';
import { type BareDirectory, startBareDirectory } from '../../harness/bare-directory.ts';
import { aUser } from '../../harness/entities.ts';
import { seeded, seedOfRun } from '../../world/chance.ts';
import '../../harness/quiet.ts';

let directory: BareDirectory;

beforeAll(async () => {
  directory = await startBareDirectory();
  for (const [name, value] of Object.entries(directory.environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  await directory?.stop();
  vi.unstubAllEnvs();
});

const chance = seeded(seedOfRun);

function shuffled<T>(all: readonly T[]): T[] {
  const placed = all.map(each => ({ each, at: chance() }));
  return placed.sort((one, other) => one.at - other.at).map(({ each }) => each);
}

const read = () => reading(directory.client, directory.table);

test('happenings that several count at once, and again, are in the numbers once', async () => {
  const org = systemIds.make('org');
  const happenings = Array.from({ length: 120 }, (_, i): Happening => {
    const number = DailyNumber.options[i % 4] ?? 'sent';
    return { id: systemIds.make('evt'), day: `2026-11-2${i % 3}`, number };
  });
  const { count } = openDayCounter({ directory: directory.table });
  for (let round = 0; round < 3; round++) {
    const given = shuffled(happenings);
    const halves = [given.slice(0, 70), given.slice(50)];
    await Promise.all(halves.map(half => count(org, half)));
  }
  const { items } = await read().list({ of: 'day', organization: org }, { limit: 90, descending: true });
  const numbers = { sent: 10, accepted: 10, expired: 10, bounced: 10 };
  expect(items).toEqual(
    ['2026-11-22', '2026-11-21', '2026-11-20'].map(day => ({
      type: 'day',
      organization: org,
      day,
      ...numbers,
    })),
  );
});

const put = (item: object) =>
  directory.client.send(new PutCommand({ TableName: directory.table, Item: { ...item } }));

/** What the stream says of a user's turn, as Lambda is given it. */
function turned(before: User | undefined, after: User | undefined): DynamoDBStreamEvent['Records'][number] {
  const image = (user: User) => marshall(itemOf(user), { removeUndefinedValues: true });
  const images = { ...(before && { OldImage: image(before) }), ...(after && { NewImage: image(after) }) };
  return { dynamodb: images } as DynamoDBStreamEvent['Records'][number]; // one dialect of the same types
}

test('who has a second factor is counted as users are now, however often and late their turns are told', async () => {
  const org = systemIds.make('org');
  const handler = factorsHandler({ coverage: openCoverageCounter({ directory: directory.table }) });
  const told: DynamoDBStreamEvent['Records'] = [];
  const users = Array.from({ length: 12 }, () => aUser({ organization: org, status: 'invited' }));
  const steps: Partial<User>[] = [
    { status: 'active' },
    { factors: ['authenticator'] },
    { factors: ['authenticator', 'sms'] },
    { status: 'inactive' },
    { status: 'active' },
    { factors: [] },
    { factors: ['sms'] },
  ];
  let covered = 0;
  for (const [i, invited] of users.entries()) {
    let now = invited;
    told.push(turned(undefined, now));
    for (const step of steps.slice(0, i % 8)) {
      const after = next(now, step);
      told.push(turned(now, after));
      now = after;
    }
    await put(itemOf(now));
    if (now.status === 'active' && now.factors.length > 0) covered += 1;
  }
  const enrolled = async () => (await read().get(ref.coverage(org)))[0]?.enrolled;
  for (let round = 0; round < 3; round++) {
    const records = shuffled([...told, ...told]);
    await Promise.all([
      handler({ Records: records.slice(0, records.length / 2) }),
      handler({ Records: records.slice(records.length / 2) }),
    ]);
    expect(await enrolled()).toBe(covered);
  }
});

test('of those who need attention only so many rows are read as are counted', async () => {
  const org = systemIds.make('org');
  const dead = Array.from({ length: 8 }, () =>
    aUser({ organization: org, status: 'invited', seated: false, approved: false }),
  );
  const open = aUser({ organization: org, status: 'invited' });
  for (const user of [...dead, open]) for (const row of rowsOf(user)) await put(row);
  const { countUsers } = read();
  directory.takeCalls();
  expect(await countUsers(org, needingAttention.neverSignedIn, 5)).toEqual({ count: 5, isMore: true });
  expect(directory.takeCalls().map(({ read }) => read)).toEqual([6]);
  expect(await countUsers(org, needingAttention.neverSignedIn, 8)).toEqual({ count: 8, isMore: false });
  expect(await countUsers(org, needingAttention.awaitingApproval, 8)).toEqual({ count: 0, isMore: false });
});
