/** The list of a large organization: what a page asks of AWS, and how quick it is here. */
import { arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { ask, type Front, type Session } from '../harness/front.ts';
import type { CloudAddress } from '../harness/here.ts';
import { operationsOf, sequentialTrips } from './calls.ts';
import { unitsOf } from './cloud-routes.ts';
import { takeCalls, watching } from './cloud-stage.ts';
import { median, rounded } from './statistics.ts';
import { openTables } from './tables.ts';
import { addUsers } from './users.ts';

const users = 1000;
const limit = 50;
const connections = 8;
const warmUp = 100;
const alone = 200;
const together = 400;

/** What others took for such a page, on one machine with 10,000 users in SQLite. */
const peers = {
  'Better Auth 1.7': { p50Milliseconds: 8.5, requestsPerSecond: 178 },
  'Directus 11': { p50Milliseconds: 12.1, requestsPerSecond: 94 },
  'Strapi 5': { p50Milliseconds: 27.4, requestsPerSecond: 49 },
};

export async function measureList(front: Front, cloud: CloudAddress) {
  const page = await arrangeList(front);
  const { calls, units } = await watched(page, cloud);
  for (let i = 0; i < warmUp; i++) await page();
  return {
    users,
    limit,
    dynamodb: operationsOf(calls),
    sequentialTrips: sequentialTrips(calls),
    ...units,
    here: {
      note: 'For information: the whole local cloud on this machine, the gate and DynamoDB Local included',
      p50Milliseconds: rounded(median(await oneAfterAnother(page))),
      requestsPerSecond: rounded(await manyAtOnce(page)),
      connections,
    },
    peers: { note: 'Measured on another machine: not to be compared unless repeated on this one', ...peers },
  };
}

type Page = () => Promise<void>;

async function arrangeList(front: Front): Promise<Page> {
  const home = await arrangeOrganization(front, { seats: users * 2 });
  const { id } = await arrangeUser(front, home);
  await addUsers(front, home, id, users);
  const owner: Session = home.owner;
  return async () => {
    const input = { org: home.org, status: 'active', limit, sort: 'name' };
    const { status, body } = await ask(front, 'list-users', input, owner);
    if (status !== 200 || body.items.length !== limit) throw new Error(`The list answered ${status}`);
  };
}

async function watched(page: Page, cloud: CloudAddress) {
  const tables = await openTables(cloud);
  await page();
  await takeCalls(cloud);
  await watching(cloud, page);
  const calls = (await takeCalls(cloud)).filter(({ lambda }) => lambda === 'core');
  const now = await tables.snapshot();
  return { calls, units: unitsOf(calls, tables, { before: now, after: now }) };
}

/** In milliseconds. */
async function oneAfterAnother(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < alone; i++) {
    const started = performance.now();
    await page();
    times.push(performance.now() - started);
  }
  return times;
}

/** Requests a second. */
async function manyAtOnce(page: Page): Promise<number> {
  const started = performance.now();
  const each = Array.from({ length: connections }, async () => {
    for (let i = 0; i < together / connections; i++) await page();
  });
  await Promise.all(each);
  return together / ((performance.now() - started) / 1000);
}
