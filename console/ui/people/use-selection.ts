/** Which members are chosen, across the pages of the list. */
import { useState } from 'react';
import type { MemberView } from '../../../shared/contract/groups.ts';

export type Selection = ReturnType<typeof useSelection>;

export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, MemberView>>(new Map());
  return {
    people: [...chosen.values()],
    has: ({ id }: MemberView) => chosen.has(id),
    set: (people: readonly MemberView[], wanted: boolean) => {
      const after = new Map(chosen);
      for (const person of people) wanted ? after.set(person.id, person) : after.delete(person.id);
      setChosen(after);
    },
    clear: () => setChosen(new Map()),
  };
}
