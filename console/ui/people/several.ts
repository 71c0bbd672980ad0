/** The same done to several people, some at a time: what is refused for one does not hold up the others. */
import { type Problem, problemOf } from '../../api/problem.ts';

export type Refused<T> = { person: T; problem: Problem };
type Outcome<T> = { done: T[]; refused: Refused<T>[] };

const atATime = 4;

export async function forEach<T>(
  people: readonly T[],
  change: (person: T) => Promise<void>,
): Promise<Outcome<T>> {
  const outcome: Outcome<T> = { done: [], refused: [] };
  const waiting = [...people];
  const work = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      try {
        await change(person);
        outcome.done.push(person);
      } catch (thrown) {
        outcome.refused.push({ person, problem: problemOf(thrown) });
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return outcome;
}
