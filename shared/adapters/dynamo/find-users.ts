/**
 * Finding users: by the shortest way there is for a question, with a limit to what is read for one page. Rows only propose:
 * what is answered are users, and each is asked whether it fits. (docs/decisions/0029)
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrganizationId } from '../../contract/ids.ts';
import { isFound, positionIn, type UserFilter } from '../../domain/find.ts';
import { User } from '../../domain/model.ts';
import { ref } from '../../domain/refs.ts';
import type { UserQuery, UserSlice } from '../../ports/directory.ts';
import { batchOf } from './batch-get.ts';
import { listsIndex } from './indexes.ts';
import { type Item, uniqueKeys } from './items.ts';
import { type Lane, type LaneQuery, type Page, type Placed, pageOf, pageOfLane } from './lanes.ts';
import { longestBeginning, mayBeFound, partitionOf, rowPosition, type Shelf, UserRow } from './user-rows.ts';

/** So many rows are read for one page, give or take a page. */
const mostRead = 2000;
/** As many at once as any page has, once the first were not enough. */
const further = 200;
/** So many who may fit are put into another order than the one that they are kept in. */
const mostSorted = 1000;

type At = { client: DynamoDBDocumentClient; table: string; organization: OrganizationId };
/** Users, or rows that propose some, in an order. */
type Source = (query: LaneQuery) => Promise<Page>;

export function findingUsers(client: DynamoDBDocumentClient, table: string) {
  return async (organization: OrganizationId, query: UserQuery): Promise<UserSlice> => {
    const at = { client, table, organization };
    const along = (lane: Lane) => (of: LaneQuery) => pageOfLane(client, table, lane, of);
    const inOrder = along(laneOfSort(organization, query));
    const shelves = shortestWay(query.filter);
    if (!shelves) return pageFrom(inOrder, at, query);
    const nearest = along({ partitions: partitionsOf(organization, query.filter, shelves) });
    if (query.sort === 'name') return pageFrom(nearest, at, query);
    return pageFrom((await resorted(nearest, at, query)) ?? inOrder, at, query);
  };
}

/** Where the fewest stand who could fit; undefined where they stand as close in any order. */
function shortestWay(filter: UserFilter): Shelf[] | undefined {
  const { groups, projects, customRoles, delivery, approved, words = [], roles, mfa, types } = filter;
  const ids = groups ?? projects ?? customRoles;
  if (ids) return ids.map(id => ({ in: id }));
  if (delivery) return delivery.map(state => ({ delivery: state }));
  if (approved === false) return [{ approved }];
  const [longest] = [...words].sort((one, other) => other.length - one.length);
  if (longest) return [{ word: [...longest].slice(0, longestBeginning).join('') }];
  // Nearly everybody has the role `user`.
  if (roles && !roles.includes('user')) return roles.map(role => ({ role }));
  if (mfa?.length === 1) return mfa.map(state => ({ mfa: state }));
  if (types?.length === 1) return types.map(type => ({ type }));
  return undefined;
}

function partitionsOf(
  organization: OrganizationId,
  { statuses }: UserFilter,
  shelves: readonly Shelf[],
): string[] {
  return statuses.flatMap(status => shelves.map(shelf => partitionOf(organization, status, shelf)));
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
async function pageFrom(source: Source, at: At, query: UserQuery): Promise<UserSlice> {
  const { filter, limit, descending, after } = query;
  const users: User[] = [];
  for (let [position, read] = [after, 0]; ; ) {
    const { placed, next } = await source({ after: position, descending, limit: read ? further : limit });
    const found = await usersAt(placed, at, filter);
    for (const [i, user] of found.entries()) {
      if (user) users.push(user);
      if (users.length < limit) continue;
      const isMore = next !== undefined || found.slice(i + 1).some(Boolean);
      return { users, ...(isMore && { next: placed[i]?.position }) };
    }
    [position, read] = [next, read + placed.length];
    if (!next || read >= mostRead) return { users, next };
  }
}

/** In another order than the one that they are kept in; undefined where they are too many for that. */
async function resorted(nearest: Source, at: At, { sort, filter }: UserQuery): Promise<Source | undefined> {
  const { placed, next } = await nearest({ descending: false, limit: mostSorted });
  if (next) return undefined;
  const users = sort === 'lastActiveAt' ? await usersAt(placed, at, filter) : [];
  const all = placed.flatMap(({ item }, i): Placed[] => {
    const user = users[i];
    const position = user ? positionIn(sort, user) : rowPosition(sort, UserRow.parse(item));
    return position === undefined ? [] : [{ item, position }];
  });
  return async query => pageOf(all, query);
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
