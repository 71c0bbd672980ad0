/** Several requests at once. Chance decides who overtakes whom, so each race is run again and again. */
import { inject } from 'vitest';
import { type Answer, outcomeOf } from './front.ts';

/** Numbers for `test.each`, from 1. */
export const trials = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/**
 * How often a race is run. In memory, where chance is seeded and calls overtake each other freely, as often as asked;
 * against the local cloud a tenth as often, because there each takes a second.
 */
export const races = (count: number) => trials(inject('cloud') ? Math.ceil(count / 10) : count);

export function atOnce<T>(count: number, one: (i: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => one(i)));
}

/** How many were answered how. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[outcomeOf(answer)] = (counts[outcomeOf(answer)] ?? 0) + 1;
  return counts;
}
