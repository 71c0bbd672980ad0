/** Seeds a local cloud from a thread of its own, whose environment is what the product's Lambdas are told. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failure, messageOf } from '../failure.ts';
import type { LocalCloud } from '../local-cloud.ts';
import type { Demo } from './seed.ts';

export type SeedStart = { readonly clockOffset: SharedArrayBuffer; readonly empty: boolean };

/** Gives who can be signed in as. */
export async function runSeed(cloud: LocalCloud, { empty }: { empty: boolean }): Promise<Demo> {
  const start: SeedStart = { clockOffset: cloud.clock.offset, empty };
  const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), {
    workerData: start,
    env: cloud.environment,
    execArgv: [],
  });
  try {
    const [demo] = await once(worker, 'message');
    return demo;
  } catch (error) {
    throw failure(`The demo data could not be made: ${messageOf(error)}`, error);
  } finally {
    await worker.terminate();
  }
}
