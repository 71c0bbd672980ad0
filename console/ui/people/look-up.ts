/** Who is meant by addresses and ids. */
import type { QueryClient } from '@tanstack/react-query';
import type { UserView } from '../../../shared/contract/users.ts';
import { call } from '../../api/api.ts';
import { peopleFound, present } from './use-people.ts';

type Found = { users: UserView[]; unknown: string[] };

/** So few addresses are asked for one by one; with more, everybody is read. */
const few = 20;

/** @param onRead hears how many users have been read so far */
export async function lookUp(
  client: QueryClient,
  org: string,
  entries: readonly string[],
  onRead: (count: number) => void,
): Promise<Found> {
  const wanted = new Set(entries.map(entry => entry.toLowerCase()));
  const isQuick = wanted.size <= few && [...wanted].every(entry => entry.includes('@'));
  const read = isQuick ? askedFor(client, org, [...wanted]) : everybody(client, org);
  const users: UserView[] = [];
  let count = 0;
  for await (const page of read) {
    users.push(...page.filter(user => isAmong(wanted, user)));
    count += page.length;
    if (!isQuick) onRead(count);
    if (wanted.size === 0) break;
  }
  return { users, unknown: [...wanted] };
}

async function* askedFor(client: QueryClient, org: string, addresses: readonly string[]) {
  for (const address of addresses) yield (await client.fetchQuery(peopleFound(org, address))).items;
}

async function* everybody(client: QueryClient, org: string) {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await client.fetchQuery({
      queryKey: ['people-page', org, cursor],
      queryFn: ({ signal }) =>
        call('list-users', { org, status: [...present], limit: 200, cursor }, { signal }),
    });
    yield items;
    cursor = nextCursor;
  } while (cursor);
}

/** Whether somebody is wanted: by then they are not any more. */
function isAmong(wanted: Set<string>, { id, email }: UserView): boolean {
  const byId = wanted.delete(id);
  return wanted.delete(email) || byId;
}
