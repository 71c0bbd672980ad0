/** Which users are chosen, across the pages of one list. Another list begins with nobody. */
import { useRef, useState } from 'react';
import type { PersonId } from '../../../../shared/contract/ids.ts';
import type { SentTo } from '../../../../shared/contract/routes.ts';
import type { UserView } from '../../../../shared/contract/users.ts';
import { filterOf, type ListState } from '../list-state.ts';

type UserPage = { items: readonly UserView[]; nextCursor?: string };
export type Filter = ReturnType<typeof filterOf>;
export type Selection = SentTo<'start-bulk'>['selection'];

type Kept = { of: string; users: ReadonlyMap<PersonId, UserView>; everybody: boolean };

export type Picks = ReturnType<typeof usePicks>;

/** @param page of the list, as soon as it is there */
export function usePicks(list: ListState, page: UserPage | undefined) {
  const of = JSON.stringify([list.tab, list.inactive, list.q, list.filters]);
  const filter = filterOf(list);
  const nobody: Kept = { of, users: new Map(), everybody: false };
  const [kept, setKept] = useState(nobody);
  const { users, everybody } = kept.of === of ? kept : nobody;
  const last = useRef<PersonId>(undefined);
  const rows = page?.items ?? [];
  /** Whoever is taken out of everybody leaves those of this page. */
  const set = (these: readonly UserView[], wanted: boolean) => {
    const after = new Map(everybody ? rows.map(row => [row.id, row]) : users);
    for (const user of these) wanted ? after.set(user.id, user) : after.delete(user.id);
    setKept({ of, users: after, everybody: false });
  };
  return {
    filter,
    rows,
    users: [...users.values()],
    everybody,
    any: everybody || users.size > 0,
    has: ({ id }: UserView) => everybody || users.has(id),
    /** Whether the page that is shown is the whole list. */
    isWhole: list.cursor === undefined && page?.nextCursor === undefined,
    selection: (everybody ? { filter } : { users: [...users.keys()] }) satisfies Selection as Selection,
    set,
    /** @param ranged all from the one that was ticked before to this one */
    tick: (user: UserView, wanted: boolean, ranged: boolean) => {
      const range = [last.current, user.id].map(id => rows.findIndex(row => row.id === id));
      last.current = user.id;
      const isRange = ranged && !range.includes(-1);
      set(isRange ? rows.slice(Math.min(...range), Math.max(...range) + 1) : [user], wanted);
    },
    pickEverybody: () => setKept({ of, users: new Map(), everybody: true }),
    clear: () => setKept(nobody),
  };
}
