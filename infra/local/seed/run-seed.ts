/** Seeds a local cloud from a thread of its own, whose environment is what the product's Lambdas are told. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failure, messageOf } from '../failure.ts';
import type { LocalCloud } from '../local-cloud.ts';
import type { DemoAccount } from './accounts.ts';
import type { Demo } from './seed.ts';
import type { Sizes } from './sizes/seed-sizes.ts';

export type SeedStart = { readonly clockOffset: SharedArrayBuffer } & (
  | { readonly empty: boolean }
  | { readonly sizes: Sizes }
);
/** What the thread tells. */
export type SeedNews = { readonly step: string } | { readonly done: Demo };

/** Gives who can be signed in as. */
export function runSeed(cloud: LocalCloud, { empty }: { empty: boolean }): Promise<Demo> {
  return inThread(cloud, { clockOffset: cloud.clock.offset, empty });
}

/** Makes a crowd, or a crowd of organizations, beside the demo. Nobody follows it: whatever would is made here. */
export function runSizes(
  cloud: LocalCloud,
  sizes: Sizes,
  progress: (step: string) => void,
): Promise<DemoAccount[]> {
  return cloud.unfollowed(async () => {
    const { accounts } = await inThread(cloud, { clockOffset: cloud.clock.offset, sizes }, progress);
    return accounts;
  });
}

async function inThread(
  cloud: LocalCloud,
  start: SeedStart,
  progress?: (step: string) => void,
): Promise<Demo> {
  const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), {
    workerData: start,
    env: cloud.environment,
    execArgv: [],
  });
  try {
    for await (const [news] of on(worker, 'message') as AsyncIterable<[SeedNews]>) {
      if ('done' in news) return news.done;
      progress?.(news.step);
    }
    throw new Error('The thread told nothing');
  } catch (error) {
    throw failure(`The demo data could not be made: ${messageOf(error)}`, error);
  } finally {
    await worker.terminate();
  }
}
