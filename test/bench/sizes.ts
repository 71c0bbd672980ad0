/** What finding users costs in organizations of several sizes: the real adapter, against a DynamoDB Local of its own. */
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Crowd, memberOf } from '../../infra/local/seed/sizes/crowd.ts';
import { listedOf } from '../../infra/local/seed/sizes/stored.ts';
import { writeMany } from '../../infra/local/seed/sizes/write-many.ts';
import { findingUsers } from '../../shared/adapters/dynamo/find-users.ts';
import type { Item } from '../../shared/adapters/dynamo/items.ts';
import { partitionsOf, waysTo } from '../../shared/adapters/dynamo/ways.ts';
import { systemClock, systemIds } from '../../shared/adapters/system.ts';
import { isFound } from '../../shared/domain/find.ts';
import { startBareDirectory, type WatchedTable } from '../harness/bare-directory.ts';
import { sequentialTrips } from './calls.ts';
import { itemSize } from './item-size.ts';
import { type Question, questionsTo } from './questions.ts';
import { toldUnits } from './read-units.ts';
import { rounded, total } from './statistics.ts';

export type Cost = {
  /** How many users there are who fit. */
  fit: number;
  /** Of one page, as the others: */
  answered: number;
  requests: number;
  trips: number;
  rows: number;
  readUnits: number;
};
export type MeasuredSize = {
  users: number;
  rowsOfUser: number;
  /** Bytes of a user and of a row, on average. */
  bytes: { user: number; row: number };
  costs: Cost[];
};
export type MeasuredSizes = { questions: Pick<Question, 'what' | 'kind'>[]; sizes: MeasuredSize[] };

export async function measureSizes(
  sizes: readonly number[],
  progress: (step: string) => void,
): Promise<MeasuredSizes> {
  const measured: MeasuredSize[] = [];
  for (const users of sizes) measured.push(await measureSize(users, progress));
  const questions = questionsTo(crowdHere()).map(({ what, kind }) => ({ what, kind }));
  return { questions, sizes: measured };
}

async function measureSize(users: number, progress: (step: string) => void): Promise<MeasuredSize> {
  const directory = await startBareDirectory({ lasts: true });
  try {
    const crowd = crowdHere();
    const questions = questionsTo(crowd);
    const { fit, ...stored } = await write(users, crowd, directory, { questions, progress });
    progress(`Asking an organization of ${users} users`);
    const costs = await costsOf(questions, crowd, directory);
    return { users, ...stored, costs: costs.map((cost, i) => ({ fit: fit[i] ?? 0, ...cost })) };
  } finally {
    await directory.stop();
  }
}

export function crowdHere(): Crowd {
  const some = <P extends 'grp' | 'prj' | 'rol'>(prefix: P, count: number) =>
    Array.from({ length: count }, () => systemIds.make(prefix));
  return {
    organization: systemIds.make('org'),
    inviter: systemIds.make('usr'),
    contractors: systemIds.make('org'),
    domain: 'meridian.example.net',
    groups: some('grp', 10),
    projects: some('prj', 8),
    customRoles: some('rol', 6),
    board: systemIds.make('grp'),
    now: systemClock.now(),
    seed: 20_261_122,
  };
}

const atOnce = 1000;

async function write(
  users: number,
  crowd: Crowd,
  { client, table }: WatchedTable,
  { questions, progress }: { questions: readonly Question[]; progress: (step: string) => void },
) {
  const fit = questions.map(() => 0);
  const places = placesOf(questions, crowd);
  const isRead = ({ type, pk, organization }: Item) =>
    type === 'user' ? organization === crowd.organization : places.has(String(pk));
  const items: Record<string, { count: number; bytes: number }> = {};
  for (let first = 0; first < users; first += atOnce) {
    const members = Array.from({ length: Math.min(atOnce, users - first) }, (_, i) =>
      memberOf(crowd, first + i),
    );
    for (const [i, { query }] of questions.entries())
      fit[i] = (fit[i] ?? 0) + members.filter(({ user }) => isFound(user, query.filter)).length;
    const listed = members.flatMap(listedOf);
    await writeMany(client, table, listed.filter(isRead));
    for (const item of listed) addTo(items, item);
    progress(`Written ${first + members.length} of ${users} users`);
  }
  const { user = none, row = none } = items;
  const mean = ({ bytes, count }: typeof none) => Math.round(bytes / count);
  return { fit, rowsOfUser: rounded(row.count / user.count), bytes: { user: mean(user), row: mean(row) } };
}

/** Where the questions look: of the rows that are elsewhere, none is written, and none would be read. */
function placesOf(questions: readonly Question[], { organization }: Crowd): ReadonlySet<string> {
  const places = questions.flatMap(({ query: { filter, sort } }) =>
    [...waysTo(filter), ...(sort === 'name' ? [] : [[{ sort }]])].flatMap(shelves =>
      partitionsOf(organization, filter, shelves),
    ),
  );
  return new Set(places);
}

const none = { count: 0, bytes: 0 };

function addTo(items: Record<string, typeof none>, item: Item): void {
  const what = item.type === 'user' ? 'user' : 'row';
  const { count, bytes } = items[what] ?? none;
  items[what] = {
    count: count + 1,
    bytes: bytes + itemSize(marshall(item, { removeUndefinedValues: true })),
  };
}

type CostHere = Omit<Cost, 'fit'>;

async function costsOf(
  questions: readonly Question[],
  crowd: Crowd,
  watched: WatchedTable,
): Promise<CostHere[]> {
  const costs: CostHere[] = [];
  for (const question of questions) costs.push(await costOf(question, crowd, watched));
  return costs;
}

/** Of one page: of several, on average. */
async function costOf(
  { query, pages = 1 }: Question,
  { organization }: Crowd,
  { client, table, takeCalls }: WatchedTable,
): Promise<CostHere> {
  const listUsers = findingUsers(client, table);
  takeCalls();
  let [answered, asked]: [number, number] = [0, 0];
  for (let after = query.after; asked < pages; ) {
    const { users, next } = await listUsers(organization, { ...query, after });
    answered += users.length;
    asked += 1;
    if (!next) break;
    after = next;
  }
  const calls = takeCalls();
  const queries = calls.filter(({ operation }) => operation === 'Query');
  const each = (sum: number) => rounded(sum / asked);
  return {
    answered: each(answered),
    requests: each(calls.length),
    trips: each(sequentialTrips(calls)),
    rows: each(total(queries.map(({ read }) => read))),
    readUnits: each(toldUnits(calls)),
  };
}
