/** The users of an organization, read further while what is typed has not been found often enough. */
import { type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import type { MemberPage } from './team.ts';

type UserPage = { items: UserView[]; nextCursor?: MemberPage['nextCursor'] };

/** Everybody who can be somewhere: not those in the archive. */
const statuses = ['active', 'invited', 'inactive'] as const;

const readPage = (org: string, cursor: string | undefined, signal?: AbortSignal): Promise<UserPage> =>
  call('list-users', { org, status: [...statuses], limit: 200, cursor }, { signal });

/** Enough to choose from without scrolling for long. */
const enough = 50;

export function usePeople(org: string, typed: string) {
  const people = useInfiniteQuery({
    queryKey: ['people', org],
    queryFn: ({ pageParam, signal }) => readPage(org, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    staleTime: 30_000,
  });
  const found = matching(people.data?.pages.flatMap(({ items }) => items) ?? [], typed);
  const { hasNextPage, isFetching, error, fetchNextPage } = people;
  const wanting = found.length < enough && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);
  return { found: found.slice(0, enough), more: found.length > enough || hasNextPage, ...people };
}

/** Those who have every typed word in their name or address; accents do not count. */
function matching(people: readonly UserView[], typed: string): UserView[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return people.filter(({ displayName, email }) => {
    const text = folded(`${displayName} ${email}`);
    return words.every(word => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

type Found = { users: UserView[]; unknown: string[] };

/**
 * Who is meant by addresses and ids. Reads no further than the last of them.
 * @param onRead hears how many users have been read so far
 */
export async function lookUp(
  client: QueryClient,
  org: string,
  entries: readonly string[],
  onRead: (count: number) => void,
): Promise<Found> {
  const wanted = new Set(entries.map(entry => entry.toLowerCase()));
  const users: UserView[] = [];
  let read = 0;
  let cursor: string | undefined;
  do {
    const page = await client.fetchQuery({
      queryKey: ['people-page', org, cursor],
      queryFn: ({ signal }) => readPage(org, cursor, signal),
    });
    users.push(...page.items.filter(user => isAmong(wanted, user)));
    read += page.items.length;
    onRead(read);
    cursor = page.nextCursor;
  } while (cursor && wanted.size > 0);
  return { users, unknown: [...wanted] };
}

/** Whether somebody is wanted: by then they are not any more. */
function isAmong(wanted: Set<string>, { id, email }: UserView): boolean {
  const byId = wanted.delete(id);
  return wanted.delete(email) || byId;
}
