/** What those read who look after several organizations: the operator, and partners. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LookedAfterView } from '../../shared/contract/looked-after.ts';
import type { OutputOf, SentTo } from '../../shared/contract/routes.ts';
import { type Actor, staffIn, useActor, useMe } from './actor.ts';
import { call } from './api.ts';

/** Somebody who looks after organizations, and from which one. */
export type Staff = { actor: Actor; org: string };

/** As whom the reader of an organization's pages acts on those that it looks after; undefined where it looks after none. */
export function useStaff(org: string): Staff | undefined {
  const member = useActor(org);
  const kind = useMe().organizations.find(({ id }) => id === org)?.kind;
  const actor = member && staffIn(member, kind);
  return actor && { actor, org };
}

/** By whom a list is asked for, as the routes want it. */
export const askedBy = ({ actor, org }: Staff) => ({ partner: actor.as === 'partner' ? org : undefined });

type AllUsersPage = OutputOf<'list-all-users'>;
type AllUsersQuery = Omit<SentTo<'list-all-users'>, 'partner' | 'limit'> & { limit: number };

/** The most that one question can ask for. */
const most = 200;
/** Partners are few among organizations: so many pages are looked through for them. */
const pagesForPartners = 5;

export const lookedAfterQueries = {
  organizations: (staff: Staff, query: { q?: string; cursor?: string; limit?: number }) =>
    queryOptions({
      queryKey: ['organizations', staff.org, query],
      queryFn: ({ signal }) => call('list-organizations', { ...askedBy(staff), ...query }, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** To choose from: the organizations, or the partners among them, whose names begin so. */
  named: (staff: Staff, q: string, kind?: 'partner') =>
    queryOptions({
      queryKey: ['organizations-named', staff.org, q, kind],
      queryFn: async ({ signal }) => {
        const ask = (cursor?: string) =>
          call(
            'list-organizations',
            { ...askedBy(staff), q: q || undefined, cursor, limit: most },
            { signal },
          );
        const first = await ask();
        return kind ? partnersFrom(first, ask) : first.items;
      },
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  /** A whole page of users, or the last one: an answer may be short because it looked into many small organizations. */
  allUsers: (staff: Staff, query: AllUsersQuery) =>
    queryOptions({
      queryKey: ['all-users', staff.org, query],
      queryFn: ({ signal }) =>
        fullPage(query, (cursor, limit) =>
          call('list-all-users', { ...query, ...askedBy(staff), cursor, limit }, { signal }),
        ),
      placeholderData: keepPreviousData,
    }),
};

async function partnersFrom(
  first: OutputOf<'list-organizations'>,
  ask: (cursor: string) => Promise<OutputOf<'list-organizations'>>,
): Promise<LookedAfterView[]> {
  let page = first;
  const found = [...page.items];
  for (let asked = 1; page.nextCursor && asked < pagesForPartners; asked += 1) {
    page = await ask(page.nextCursor);
    found.push(...page.items);
  }
  return found.filter(({ kind }) => kind === 'partner');
}

/** So often a page goes on by itself: where those who are looked for lie far apart, it stays short. */
const mostAsked = 20;

/** Goes on asking until there are as many as wanted, or no more. */
export async function fullPage(
  { cursor, limit }: { cursor?: string; limit: number },
  ask: (cursor: string | undefined, limit: number) => Promise<AllUsersPage>,
): Promise<AllUsersPage> {
  let { items, nextCursor } = await ask(cursor, limit);
  for (let asked = 1; nextCursor && items.length < limit && asked < mostAsked; asked += 1) {
    const more = await ask(nextCursor, limit - items.length);
    items = [...items, ...more.items];
    nextCursor = more.nextCursor;
  }
  return { items, nextCursor };
}
