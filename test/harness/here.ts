import { around } from '../world/around.ts';
import { fakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';
import { fakeFront } from './fake-front.ts';
import type { Front } from './front.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the local cloud of this run answers; absent for the world in memory. */
    cloud?: CloudAddress;
  }
}

export type CloudAddress = { api: string };

export async function openFront(): Promise<Front> {
  return fakeFront(around(fakeWorld(), interleaving()));
}
