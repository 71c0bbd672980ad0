/** Many users at once, who have nothing to do but to be there. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { type Arranged, arrangePending } from './arrange.ts';
import { atOnce } from './at-once.ts';
import type { Front } from './front.ts';

/** So many are invited and have not accepted; the ids in no particular order. */
export async function arrangeCrowd(front: Front, home: Arranged, count: number): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for (let left = count; left > 0; left -= 10) {
    const some = await atOnce(Math.min(10, left), () => arrangePending(front, home));
    ids.push(...some.map(({ about }) => about.user));
  }
  return ids;
}
