/** Ways to the users of a question, each by one thing that is asked for: which there are, and which is the shortest. */
import type { OrganizationId } from '../../contract/ids.ts';
import type { UserFilter } from '../../domain/find.ts';
import type { Lane, LaneQuery, Page } from './lanes.ts';
import { longestBeginning, partitionOf, type Shelf } from './user-rows.ts';

/** Users, or rows that propose some, in an order. */
export type Source = (query: LaneQuery) => Promise<Page>;
/** Some of everybody, among whom is everybody who fits. */
export type Way = { lane: Lane; source: Source };

/** Of so many things that are asked for, it is looked which is the rarest. */
const mostWays = 3;

/** Where those stand who have something that is asked for: what few have comes first, as far as anybody can tell. */
export function waysTo(filter: UserFilter): Shelf[][] {
  const {
    groups,
    projects,
    customRoles,
    delivery,
    invitations,
    approved,
    words = [],
    roles,
    mfa,
    types,
  } = filter;
  const within = [groups, projects, customRoles].flatMap(ids => (ids ? [ids.map(id => ({ in: id }))] : []));
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const ways: Shelf[][] = [
    ...within,
    ...(delivery ? [delivery.map(state => ({ delivery: state }))] : []),
    ...(invitations?.length === 1 ? [invitations.map(invitation => ({ invitation }))] : []),
    ...(approved === false ? [[{ approved } as const]] : []),
    ...longestFirst.map(word => [{ word: [...word].slice(0, longestBeginning).join('') }]),
    // Nearly everybody has the role `user`.
    ...(roles && !roles.includes('user') ? [roles.map(role => ({ role }))] : []),
    ...(mfa?.length === 1 ? [mfa.map(state => ({ mfa: state }))] : []),
    ...(types?.length === 1 ? [types.map(type => ({ type }))] : []),
  ];
  return ways.slice(0, mostWays);
}

/**
 * All ways are in one order, and whoever fits stands in each. So a page of each is read at once, and where it gets the
 * furthest, the fewest stand. What was read is not read again.
 */
export async function rarest([first, ...others]: readonly [Way, ...Way[]], query: LaneQuery): Promise<Way> {
  if (others.length === 0) return first;
  const tried = await Promise.all(
    [first, ...others].map(async way => ({ way, page: await way.source(query) })),
  );
  const [best] = tried.sort(({ page: one }, { page: other }) => {
    if (one.next === other.next) return one.placed.length - other.placed.length;
    if (one.next === undefined) return -1;
    if (other.next === undefined) return 1;
    return one.next > other.next === query.descending ? 1 : -1;
  });
  if (!best) return first;
  const { lane, source } = best.way;
  return { lane, source: async of => (isSame(of, query) ? best.page : source(of)) };
}

const isSame = (one: LaneQuery, other: LaneQuery) => one.after === other.after && one.limit === other.limit;

export function partitionsOf(
  organization: OrganizationId,
  { statuses }: UserFilter,
  shelves: readonly Shelf[],
): string[] {
  return statuses.flatMap(status => shelves.map(shelf => partitionOf(organization, status, shelf)));
}
