/** The thread in which a local cloud is seeded: opens the ports as a Lambda does, and tells who was made. */
import { parentPort, workerData } from 'node:worker_threads';
import { directoryEnvironment } from '../../../functions/runtime/environment.ts';
import { openAlways, openDirectory, openIdentity } from '../../../functions/runtime/open-ports.ts';
import { shiftDate } from '../clock.ts';
import type { SeedNews, SeedStart } from './run-seed.ts';
import { seed } from './seed.ts';
import { seedSizes } from './sizes/seed-sizes.ts';

const start: SeedStart = workerData;
const tell = (news: SeedNews) => parentPort?.postMessage(news);
shiftDate(start.clockOffset);
const world = { ...openAlways(), ...openDirectory(), ...openIdentity() };
if ('sizes' in start) {
  const into = {
    table: directoryEnvironment().DIRECTORY_TABLE,
    progress: (step: string) => tell({ step }),
  };
  tell({ done: { accounts: await seedSizes(start.sizes, world, into) } });
} else {
  tell({ done: await seed(world, start) });
}
