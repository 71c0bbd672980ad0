/** Chance that comes out the same each time: of one seed and one number always the same. */
import { idAlphabet } from '../../../../shared/contract/ids.ts';

export type Chance = {
  /** From 0 to 1, without 1. */
  next(): number;
  /** True so often, from 0 to 1. */
  often(share: number): boolean;
  /** A whole number from 0 on, below this one. */
  below(bound: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** One of them, each as often as its share; what is left goes to the last. */
  among<T extends string>(shares: Readonly<Record<T, number>>): T;
  /** The part of an id behind its prefix. */
  id(): string;
};

export function chanceOf(seed: number, number: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  /** Mulberry32. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    often: share => next() < share,
    pick: from => from[below(from.length)] ?? from[0],
    among: shares => {
      const each = Object.entries(shares) as [keyof typeof shares, number][]; // its own keys
      let left = next();
      const found = each.find(([, share]) => {
        left -= share;
        return left < 0;
      });
      return (found ?? each.at(-1) ?? [])[0] as keyof typeof shares; // there is at least one
    },
    id: () => Array.from({ length: 26 }, () => idAlphabet.charAt(below(32))).join(''),
  };
}
