import type { Change } from './change.ts';

/** One step for each thing that is counted, however many come and go: a transaction has no two for one item. */
export function tallied(changes: readonly Change[]): Change[] {
  const sums = new Map<string, Change & { do: 'tally' }>();
  for (const change of changes)
    if (change.do === 'tally') {
      const name = `${change.of.id} ${change.number}`;
      sums.set(name, { ...change, add: change.add + (sums.get(name)?.add ?? 0) });
    }
  return [...changes.filter(({ do: step }) => step !== 'tally'), ...sums.values()];
}
