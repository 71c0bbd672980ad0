/** The page of users that the address asks for, and how many there are on each tab; both kept fresh. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import type { UserPage } from '../../api/user-pages.ts';
import { userQueries } from '../../api/user-queries.ts';
import { type ListState, queryOf } from './list-state.ts';
import { usePageSize } from './paging.tsx';

/** Somebody may accept at any moment: what shows it is asked often. While nobody looks at the page, nothing is asked. */
const often = 4_000;
const seldom = 20_000;

/** @param onLost called when the address asks for a page that there is none of, such as one of another list */
export function useUsers(org: string, list: ListState, onLost: () => void) {
  const [limit] = usePageSize();
  const users = useQuery({
    ...userQueries.list(org, queryOf(list, limit)),
    refetchOnWindowFocus: ({ state: { data } }) => !isDear(data),
    refetchInterval: ({ state: { data } }) => {
      if (isDear(data)) return false;
      return list.tab === 'pending' ? often : seldom;
    },
  });
  const counts = useQuery({ ...queries.userCounts(org), refetchInterval: often }).data;
  const { data, refetch } = users;
  useWhenCountsMove(counts, () => !isDear(data) && refetch());
  const lost = users.error !== null && isAboutCursor(users.error);
  const leave = useEffectEvent(onLost);
  useEffect(() => {
    if (lost) leave();
  }, [lost]);
  return { users, counts };
}

/** What took many requests is not asked for again and again. */
function isDear(page: UserPage | undefined): boolean {
  return (page?.requests ?? 0) > 2;
}

function isAboutCursor(error: Error): boolean {
  return problemOf(error).errors.some(({ pointer }) => pointer === '/cursor');
}

/** Counting is cheap, and somebody who comes or goes moves a count: then the list is worth another look. */
function useWhenCountsMove(counts: object | undefined, act: () => unknown): void {
  const seen = JSON.stringify(counts);
  const before = useRef(seen);
  const moved = useEffectEvent(act);
  useEffect(() => {
    if (before.current !== undefined && before.current !== seen) moved();
    before.current = seen;
  }, [seen]);
}
