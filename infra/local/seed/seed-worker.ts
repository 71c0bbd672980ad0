/** The thread in which a local cloud is seeded: opens the ports as a Lambda does, and tells who was made. */
import { parentPort, workerData } from 'node:worker_threads';
import { openAlways, openDirectory, openIdentity } from '../../../functions/runtime/open-ports.ts';
import { shiftDate } from '../clock.ts';
import type { SeedStart } from './run-seed.ts';
import { seed } from './seed.ts';

const { clockOffset, empty }: SeedStart = workerData;
shiftDate(clockOffset);
const demo = await seed({ ...openAlways(), ...openDirectory(), ...openIdentity() }, { empty });
parentPort?.postMessage(demo);
