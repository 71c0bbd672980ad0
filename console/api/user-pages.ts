/** Pages of users: as the console shows them, and with what was written a moment ago. */
import type { QueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../shared/contract/routes.ts';
import type { UserView } from '../../shared/contract/users.ts';
import { call } from './api.ts';
import { fits, isBefore } from './user-fits.ts';
import type { UserListQuery } from './user-queries.ts';

/** `requests`: how many it took. `isShort`: there may be more on it, as far as was looked. */
export type UserPage = OutputOf<'list-users'> & { requests?: number; isShort?: boolean };

type Looking = {
  signal: AbortSignal;
  /** Hears of what was found so far, as long as the page is not full. */
  onSome: (page: UserPage) => void;
};

/** So often a page goes on by itself. */
const mostRequests = 10;

/**
 * A page as it was asked for. The server answers pages that are short, or empty, and not the last, where those who fit
 * lie far apart: then it is asked to go on, until the page is full, or the list at its end, or that was often enough.
 */
export async function pageOfUsers(org: string, query: UserListQuery, looking: Looking): Promise<UserPage> {
  const limit = Number(query.limit ?? 50);
  const found = new Map<string, UserView>();
  let page: UserPage = { items: [], nextCursor: query.cursor };
  for (let requests = 1; requests <= mostRequests; requests += 1) {
    const asked = { org, ...query, limit: limit - found.size, cursor: page.nextCursor };
    const { items, nextCursor } = await call('list-users', asked, { signal: looking.signal });
    // Whoever is renamed meanwhile may come twice.
    for (const user of items) found.set(user.id, user);
    const isShort = nextCursor !== undefined && found.size < limit;
    page = { items: [...found.values()], nextCursor, requests, isShort };
    if (!isShort) break;
    if (requests < mostRequests) looking.onSome(page);
  }
  return page;
}

/** A page of the list with this user as they are now: where the list would have them, or taken out. */
export function withUser(page: UserPage, query: UserListQuery, user: UserView): UserPage {
  const others = page.items.filter(item => item.id !== user.id);
  const wasHere = others.length < page.items.length;
  if (!fits(user, query)) return { ...page, items: others };
  const at = others.findIndex(item => isBefore(user, item, query.sort));
  const belongsElsewhere = (at === -1 && page.nextCursor) || (at === 0 && query.cursor);
  if (belongsElsewhere && !wasHere) return page;
  return { ...page, items: others.toSpliced(at === -1 ? others.length : at, 0, user) };
}

export function withoutUser(page: UserPage, id: string): UserPage {
  return { ...page, items: page.items.filter(item => item.id !== id) };
}

type Written = { id: string /** Undefined: they are no more. */; user?: UserView; at: number };

/** Milliseconds for which what was written is believed more than a list, which may lag behind. */
const lag = 10_000;

const writtenIn = (org: string) => ['written-users', org];

/** Remembers a write: lists that are asked for in the next seconds may not know of it yet. */
export function noteWritten(client: QueryClient, org: string, id: string, user?: UserView): void {
  const others = writtenLately(client, org).filter(each => each.id !== id);
  client.setQueryData<Written[]>(writtenIn(org), [...others, { id, user, at: Date.now() }]);
}

/** A page that was just read, with what was written a moment ago and is not on it yet. */
export function asWritten(client: QueryClient, org: string, query: UserListQuery, read: UserPage): UserPage {
  return writtenLately(client, org).reduce((page, { id, user }) => {
    if (!user) return withoutUser(page, id);
    const agrees = page.items.some(item => item.id === id && item.version >= user.version);
    return agrees ? page : withUser(page, query, user);
  }, read);
}

function writtenLately(client: QueryClient, org: string): Written[] {
  const all = client.getQueryData<Written[]>(writtenIn(org)) ?? [];
  return all.filter(({ at }) => Date.now() - at < lag);
}
