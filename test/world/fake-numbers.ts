/** What is counted for the overview, in memory. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { isCovered } from '../../shared/domain/find.ts';
import { type Coverage, DayNumbers } from '../../shared/domain/model-overview.ts';
import type { DayCounter } from '../../shared/ports/numbers.ts';
import type { Store } from './fake-store.ts';

export function fakeDays({ load, save }: Store): DayCounter {
  const counted = new Set<string>();
  return {
    count: async (organization, happenings) => {
      for (const { id, day, number } of happenings) {
        if (counted.has(id)) continue;
        counted.add(id);
        const of = { type: 'day', organization, day } as const;
        const numbers = load(of) ?? DayNumbers.parse(of);
        save({ ...numbers, [number]: numbers[number] + 1 });
      }
    },
  };
}

/** Counted when it is asked for: nobody follows changes here. */
export function coverageIn(store: Store, organization: OrganizationId): Coverage {
  const users = store.all('user').filter(user => user.organization === organization);
  return { type: 'coverage', organization, enrolled: users.filter(isCovered).length };
}
