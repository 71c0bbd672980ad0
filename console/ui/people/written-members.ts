/** Who has just come in or gone: lists lag a moment behind that, and are put right by it. */
import type { QueryClient } from '@tanstack/react-query';
import type { MemberView } from '../../../shared/contract/groups.ts';
import { type MemberPage, membersKey, type Team } from './team.ts';

type Place = Pick<Team, 'org' | 'id'>;
type Written = { member: MemberView; isIn: boolean; at: number };

/** Milliseconds for which what was written is believed more than a list. */
const lag = 10_000;

const writtenIn = ({ org, id }: Place) => ['written-members', org, id];

/** Shows a write at once, and remembers it for the lists that are read in the next seconds. */
export function noteMembers(
  client: QueryClient,
  place: Place,
  members: readonly MemberView[],
  isIn: boolean,
): void {
  const isAnother = ({ member }: Written) => members.every(({ id }) => id !== member.id);
  const at = Date.now();
  client.setQueryData<Written[]>(writtenIn(place), [
    ...writtenLately(client, place).filter(isAnother),
    ...members.map(member => ({ member, isIn, at })),
  ]);
  for (const [key, page] of client.getQueriesData<MemberPage>({ queryKey: membersKey(place) }))
    if (page) client.setQueryData(key, asWritten(client, place, key[3] as string | undefined, page)); // see members.tsx
}

/** A page of members with what was written a moment ago. */
export function asWritten(
  client: QueryClient,
  place: Place,
  cursor: string | undefined,
  read: MemberPage,
): MemberPage {
  return writtenLately(client, place).reduce(
    (page, { member, isIn }) => (isIn ? withMember(page, cursor, member) : without(page, member)),
    read,
  );
}

/** Where the list would have them, unless that is another page. */
function withMember(page: MemberPage, cursor: string | undefined, member: MemberView): MemberPage {
  if (page.items.some(({ id }) => id === member.id)) return page;
  const at = page.items.findIndex(
    ({ displayName }) => displayName.localeCompare(member.displayName, 'en') > 0,
  );
  const isElsewhere = (at === -1 && page.nextCursor) || (at === 0 && cursor);
  return isElsewhere
    ? page
    : { ...page, items: page.items.toSpliced(at === -1 ? page.items.length : at, 0, member) };
}

function without(page: MemberPage, member: MemberView): MemberPage {
  return { ...page, items: page.items.filter(({ id }) => id !== member.id) };
}

function writtenLately(client: QueryClient, place: Place): Written[] {
  const all = client.getQueryData<Written[]>(writtenIn(place)) ?? [];
  return all.filter(({ at }) => Date.now() - at < lag);
}
