/** Finding users in a real table: what is answered, against a plain reading of everybody, and what is asked for it. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Crowd, memberOf } from '../../../infra/local/seed/sizes/crowd.ts';
import { listedOf } from '../../../infra/local/seed/sizes/stored.ts';
import { writeMany } from '../../../infra/local/seed/sizes/write-many.ts';
import { findingUsers } from '../../../shared/adapters/dynamo/find-users.ts';
import { UserSort } from '../../../shared/contract/find-users.ts';
import { Time } from '../../../shared/contract/text.ts';
import { positionIn } from '../../../shared/contract/user-words.ts';
import { isFound, type UserFilter } from '../../../shared/domain/find.ts';
import type { User } from '../../../shared/domain/model.ts';
import type { UserQuery } from '../../../shared/ports/directory.ts';
import { sequentialTrips } from '../../bench/calls.ts';
import { questionsTo } from '../../bench/questions.ts';
import { crowdHere } from '../../bench/sizes.ts';
import { type BareDirectory, startBareDirectory, type TableCall } from '../../harness/bare-directory.ts';

const size = 300;
let directory: BareDirectory;
let crowd: Crowd;
let everybody: User[];

beforeAll(async () => {
  directory = await startBareDirectory();
  crowd = crowdHere();
  everybody = await fill(crowd, size, () => true);
});
afterAll(() => directory?.stop());

/** Writes a crowd with those of its rows that are wanted. */
async function fill(of: Crowd, users: number, isWanted: (partition: string) => boolean): Promise<User[]> {
  const members = Array.from({ length: users }, (_, number) => memberOf(of, number));
  const items = members.flatMap(listedOf);
  const wanted = items.filter(({ type, pk }) => type === 'user' || isWanted(String(pk)));
  await writeMany(directory.client, directory.table, wanted);
  return members.map(({ user }) => user);
}

const listUsers = (of: Crowd, query: UserQuery) =>
  findingUsers(directory.client, directory.table)(of.organization, query);

async function all(query: UserQuery): Promise<string[]> {
  const ids: string[] = [];
  for (let [after, isFirst] = [query.after, true]; isFirst || after; isFirst = false) {
    const { users, next } = await listUsers(crowd, { ...query, after });
    ids.push(...users.map(({ id }) => id));
    after = next;
  }
  return ids;
}

function expected({ filter, sort, descending }: UserQuery): string[] {
  const ids = everybody
    .filter(user => isFound(user, filter))
    .map(user => ({ id: user.id, at: positionIn(sort, user) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ id }) => id);
  return descending ? ids.reverse() : ids;
}

function queries(): fc.Arbitrary<UserQuery> {
  const some = <T>(...values: T[]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
  const facts = fc.record(
    {
      words: some('s', 'ma', 'mari', 'meridian', 'o', 'schmi', '王'),
      roles: some('owner', 'admin', 'manager', 'user'),
      types: some('own', 'guest'),
      groups: some(...crowd.groups.slice(0, 4), crowd.board),
      projects: some(...crowd.projects.slice(0, 2)),
      customRoles: some(...crowd.customRoles.slice(0, 2)),
      mfa: some('enrolled', 'none'),
      delivery: some('delivered', 'bounced', 'sent', 'queued'),
      activeFrom: fc.constantFrom(...everybody.flatMap(({ lastActiveAt }) => lastActiveAt ?? [])),
    },
    { requiredKeys: [] },
  );
  const statuses = some('invited', 'active', 'inactive', 'archived');
  return fc
    .record({
      ...{ filter: fc.tuple(facts, statuses), sort: fc.constantFrom(...UserSort.options) },
      ...{ descending: fc.boolean(), limit: fc.constantFrom(5, 50, 200) },
    })
    .map(({ filter: [few, of], ...rest }) => ({ ...rest, filter: { ...few, statuses: of } as UserFilter }));
}

test('whatever is asked, those who fit are answered in order, and nothing is scanned', async () => {
  directory.takeCalls();
  await fc.assert(
    fc.asyncProperty(queries(), async query => {
      expect(await all(query)).toEqual(expected(query));
    }),
    { numRuns: 150, seed: 20261122 },
  );
  const operations = new Set(directory.takeCalls().map(({ operation }) => operation));
  expect([...operations].sort()).toEqual(['BatchGetItem', 'Query']);
});

test('a page that asks for one thing takes two trips at most', async () => {
  for (const { what, query, kind, pages } of questionsTo(crowd)) {
    const { words = [], ...others } = query.filter;
    const asked = Object.keys(others).length - 1 + words.length;
    if (kind === 'told' || pages || asked > 1 || others.activeBefore) continue;
    await listUsers(crowd, query);
    const calls = directory.takeCalls();
    // Another order by activity is known by the users alone.
    const most = query.sort === 'lastActiveAt' && others.groups ? 3 : 2;
    expect(sequentialTrips(calls), what).toBeLessThanOrEqual(most);
  }
});

const rowsIn = (calls: readonly TableCall[]) =>
  calls.filter(({ operation }) => operation === 'Query').reduce((sum, { read }) => sum + read, 0);

const never = Time.parse('2000-01-01T00:00:00.000Z');
/** Each is of many who may fit, and nobody does. */
const vain = (of: Crowd): Partial<UserFilter>[] => [
  { activeBefore: never },
  { words: ['m'], activeBefore: never },
  { words: ['m'], roles: ['manager'], activeBefore: never },
  { words: ['m'], groups: of.groups.slice(0, 1), activeBefore: never },
];

test('one page reads some two thousand rows at most, whatever it is asked, and says where to go on', async () => {
  const large = crowdHere();
  const kept = [`#in=${large.groups[0]}`, '#sort=email', '#word=m', '#role=manager'];
  await fill(large, 3500, partition => kept.some(end => partition.endsWith(end)));
  for (const sort of ['name', 'email'] as const)
    for (const few of vain(large)) {
      const filter: UserFilter = { statuses: ['active', 'inactive'], ...few };
      directory.takeCalls();
      const { users, next } = await listUsers(large, { filter, sort, descending: false, limit: 200 });
      const rows = rowsIn(directory.takeCalls());
      expect(users).toEqual([]);
      expect(rows).toBeLessThanOrEqual(2200);
      // Where two are asked for, so few stand that none is left.
      expect(next === undefined).toBe('roles' in few || 'groups' in few);
    }
});
