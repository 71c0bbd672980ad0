/**
 * Finding users: by the shortest way there is for a question, with a limit to what is read for one page. Rows only propose:
 * what is answered are users, and each is asked whether it fits. (docs/decisions/0029)
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrganizationId } from '../../contract/ids.ts';
import { positionIn } from '../../contract/user-words.ts';
import { isFound, type UserFilter } from '../../domain/find.ts';
import { User } from '../../domain/model.ts';
import { ref } from '../../domain/refs.ts';
import type { UserQuery, UserSlice } from '../../ports/directory.ts';
import { batchOf } from './batch-get.ts';
import { listsIndex } from './indexes.ts';
import { type Item, uniqueKeys } from './items.ts';
import { allOfLane, type Lane, type Page, type Placed, pageOf, pageOfLane } from './lanes.ts';
import { mayBeFound, rowPosition, UserRow } from './user-rows.ts';
import { partitionsOf, rarest, type Source, type Way, waysTo } from './ways.ts';

/** So many rows are read for one page, give or take what is read at once. */
const mostRead = 2000;
/** So many at once, where none of those before fitted. */
const further = 500;
/** So many who may fit are put into another order than the one that they are kept in. */
const mostSorted = 1000;

type At = { client: DynamoDBDocumentClient; table: string; organization: OrganizationId };

export function findingUsers(client: DynamoDBDocumentClient, table: string) {
  return async (organization: OrganizationId, query: UserQuery): Promise<UserSlice> => {
    const at = { client, table, organization };
    const along = (lane: Lane): Way => ({ lane, source: of => pageOfLane(client, table, lane, of) });
    const { source: inOrder } = along(laneOfSort(organization, query));
    const [first, ...others] = waysTo(query.filter).map(shelves =>
      along({ partitions: partitionsOf(organization, query.filter, shelves) }),
    );
    if (!first) return pageFrom(inOrder, at, query);
    const isByName = query.sort === 'name';
    const nearest = await rarest(
      [first, ...others],
      isByName ? query : { limit: query.limit, descending: false },
    );
    if (isByName) return pageFrom(nearest.source, at, query);
    const { sorted, read } = await resorted(nearest, at, query);
    return pageFrom(sorted ?? inOrder, at, query, sorted ? 0 : read);
  };
}

/** Everybody, in the order that is asked for; by activity, only those of the time that is asked for. */
function laneOfSort(organization: OrganizationId, { sort, filter }: UserQuery): Lane {
  if (sort === 'name') {
    const partitions = filter.statuses.map(status => listsIndex.users(organization, status));
    return { index: listsIndex.name, partitions };
  }
  const range = sort === 'lastActiveAt' && { from: filter.activeFrom, before: filter.activeBefore };
  return { partitions: partitionsOf(organization, filter, [{ sort }]), ...range };
}

/** From a position on, until the page is full or enough was read. */
async function pageFrom(source: Source, at: At, query: UserQuery, readBefore = 0): Promise<UserSlice> {
  const { filter, limit, descending, after } = query;
  const users: User[] = [];
  for (let [position, wanted, seen, read] = [after, limit, 0, readBefore]; ; ) {
    const page = await source({ after: position, descending, limit: wanted });
    const { placed, next, read: more } = upTo(2 * (limit - users.length), page, filter);
    const found = await usersAt(placed, at, filter);
    for (const [i, user] of found.entries()) {
      if (user) users.push(user);
      if (users.length < limit) continue;
      const isMore = next !== undefined || found.slice(i + 1).some(Boolean);
      return { users, ...(isMore && { next: placed[i]?.position }) };
    }
    [position, seen, read] = [next, seen + placed.length, read + more];
    if (!next || read >= mostRead) return { users, next };
    const costOfOne = Math.max(1, (read - readBefore) / Math.max(1, seen));
    const left = Math.ceil((mostRead - read) / costOfOne);
    wanted = Math.min(left, enoughFor(limit - users.length, users.length / seen));
  }
}

/** As much of a page as proposes so many: whoever is behind them need not be read, where they are enough. */
function upTo(count: number, page: Page, filter: UserFilter): Page {
  let left = count;
  const end = page.placed.findIndex(({ item }) => {
    if (!isUser(item) && mayBeFound(UserRow.parse(item), filter)) left -= 1;
    return left === 0;
  });
  if (end === -1 || end === page.placed.length - 1) return page;
  return { ...page, placed: page.placed.slice(0, end + 1), next: page.placed[end]?.position };
}

/** How many are likely to have so many among them who fit, where such a share of them does. */
function enoughFor(count: number, share: number): number {
  return share > 0 ? Math.min(further, Math.ceil((1.2 * count) / share) + 5) : further;
}

type Sorted = { sorted?: Source /** In vain, where they were too many. */; read: number };

/** In another order than the one that they are kept in; not where they are too many for that. */
async function resorted({ lane }: Way, at: At, { sort, filter }: UserQuery): Promise<Sorted> {
  const { all, read } = await allOfLane(at.client, at.table, lane, mostSorted);
  if (!all) return { read };
  const users = sort === 'lastActiveAt' ? await usersAt(all, at, filter) : [];
  const places = all.flatMap(({ item }, i): Placed[] => {
    const user = users[i];
    // Whoever was read need not be read again.
    if (user) return [{ item: user, position: positionIn(sort, user) }];
    const position = rowPosition(sort, UserRow.parse(item));
    return position === undefined ? [] : [{ item, position }];
  });
  return { sorted: async query => pageOf(places, query), read };
}

/** At each place the user who is there, if they fit. */
async function usersAt(
  placed: readonly Placed[],
  { client, table, organization }: At,
  filter: UserFilter,
): Promise<(User | undefined)[]> {
  const rows = placed.map(({ item }) => (isUser(item) ? undefined : UserRow.parse(item)));
  const proposed = rows.flatMap(row => (row && mayBeFound(row, filter) ? [row.id] : []));
  const keys = uniqueKeys(proposed.map(id => ref.user(organization, id)));
  const fetched = await batchOf(client, table, keys, { isConsistent: false });
  const users = new Map([...fetched, ...placed.map(({ item }) => item)].filter(isUser).map(userIn));
  return placed.map(({ item }) => {
    const user = users.get(String(item.id));
    return user && isFound(user, filter) ? user : undefined;
  });
}

/** An index gives whole users. */
const isUser = ({ type }: Item) => type === 'user';

function userIn(item: Item): [string, User] {
  const user = User.parse(item);
  return [user.id, user];
}
