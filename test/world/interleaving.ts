/**
 * Lets requests that are under way at once overtake each other: every call of a port waits for its turn, and chance
 * decides whose turn it is. The world in memory answers at once, so without this nothing there would ever race.
 */
import type { Around } from './around.ts';
import { type Chance, seeded, seedOfRun } from './chance.ts';

export function interleaving(chance: Chance = seeded(seedOfRun)): Around {
  const waiting: (() => void)[] = [];
  const next = () => {
    const [turn] = waiting.splice(Math.floor(chance() * waiting.length), 1);
    turn?.();
    // Whoever had the turn runs on to its next call before another one is let go.
    if (waiting.length > 0) setImmediate(next);
  };
  return async (_, run) => {
    await new Promise<void>(turn => {
      waiting.push(turn);
      if (waiting.length === 1) setImmediate(next);
    });
    return run();
  };
}
