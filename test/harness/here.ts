import { inject } from 'vitest';
import { around } from '../world/around.ts';
import { fakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';
import { cloudFront } from './cloud-front.ts';
import { fakeFront } from './fake-front.ts';
import type { Front } from './front.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the local cloud of this run answers; absent for the world in memory. */
    cloud?: CloudAddress;
  }
}

export type CloudAddress = {
  page: string;
  api: string;
  mailbox: string;
  /**
   * Answers under `/settled`, `/redeliver-streams`, `/logs`, `/calls`, `/watch`, `/unwatch`, `/index-users` and
   * `/leave-users`.
   */
  control: string;
  environment: Record<string, string>;
  accounts: readonly {
    organization: string;
    organizationName: string;
    role: string;
    email: string;
    password: string;
  }[];
};

/**
 * @param finding whether users are found, and listed: of those who are made without, the local cloud keeps but what they
 *   are, which is a quarter of the work
 */
export async function openFront({ finding = false } = {}): Promise<Front> {
  const cloud = inject('cloud');
  if (cloud) return cloudFront(cloud, { finding });
  return fakeFront(around(fakeWorld(), interleaving()));
}

/**
 * All of them in memory. Against the local cloud, where each is a real request, `count` of them, and others at every
 * turn: so none is left out over many turns.
 */
export function inTurn<T>(all: readonly T[], count: number, turn: number): readonly T[] {
  if (!inject('cloud') || count >= all.length) return all;
  const first = (turn * count) % all.length;
  return [...all, ...all].slice(first, first + count);
}

/** How often something is tried that is left to chance; where every try is a real request, there is time for fewer. */
export function often(count: number): number {
  return inject('cloud') ? Math.ceil(count / 40) : count;
}
