/** What looking after very many organizations costs: the routes of those who do, against a DynamoDB Local of its own. */
import { listAllUsers } from '../../functions/http/looked-after/list-all-users.ts';
import { listOrganizations } from '../../functions/http/looked-after/list-organizations.ts';
import { manyOrganizations } from '../../infra/local/seed/sizes/organizations.ts';
import { writeMany } from '../../infra/local/seed/sizes/write-many.ts';
import type { Item } from '../../shared/adapters/dynamo/items.ts';
import { reading } from '../../shared/adapters/dynamo/reading.ts';
import { systemClock } from '../../shared/adapters/system.ts';
import { OrganizationId } from '../../shared/contract/ids.ts';
import { ListAllUsers, ListOrganizations } from '../../shared/contract/looked-after.ts';
import { startBareDirectory, type WatchedTable } from '../harness/bare-directory.ts';
import { sequentialTrips } from './calls.ts';
import { always } from './machine.ts';
import { toldUnits } from './read-units.ts';
import { rounded } from './statistics.ts';

/** Of one page; of several, on average. */
export type PageCost = { answered: number; requests: number; trips: number; readUnits: number };
export type MeasuredOrganizations = {
  questions: readonly string[];
  sizes: { organizations: number; costs: PageCost[] }[];
};

export async function measureOrganizations(
  sizes: readonly number[],
  progress: (step: string) => void,
): Promise<MeasuredOrganizations> {
  const measured: MeasuredOrganizations['sizes'] = [];
  for (const organizations of sizes) {
    progress(`Asking for ${organizations} organizations`);
    measured.push({ organizations, costs: await measureSize(organizations) });
  }
  return { questions: questions.map(({ what }) => what), sizes: measured };
}

async function measureSize(organizations: number): Promise<PageCost[]> {
  const table = await startBareDirectory({ lasts: true });
  try {
    const one = await write(organizations, table);
    const costs: PageCost[] = [];
    for (const question of questions) costs.push(await costOf(question, one, table));
    return costs;
  } finally {
    await table.stop();
  }
}

const atOnce = 500;
const seed = 20_261_122;
const read = new Set<unknown>(['organization', 'counters', 'user']);

/** What is read of all of them, and everything of the first, which is given back. */
async function write(count: number, { client, table }: WatchedTable): Promise<OrganizationId> {
  let one: OrganizationId | undefined;
  for (let first = 0; first < count; first += atOnce) {
    const now = systemClock.now();
    const items = manyOrganizations({ first, count: Math.min(atOnce, count - first), seed, now });
    one ??= OrganizationId.parse(items.find(({ type }) => type === 'organization')?.id);
    const isRead = ({ type, pk }: Item) => read.has(type) || String(pk).startsWith(`ORG#${one}`);
    await writeMany(client, table, items.filter(isRead));
  }
  if (!one) throw new Error('There are no organizations');
  return one;
}

type Page = { items: readonly unknown[]; nextCursor?: string };
type Question = {
  what: string;
  /** How many, one after the other. */
  pages?: number;
  ask(asked: { cursor?: string; one: OrganizationId }, table: WatchedTable): Promise<Page>;
};

const organizations =
  (input: object = {}): Question['ask'] =>
  async ({ cursor }, table) => {
    const asked = { input: ListOrganizations.parse({ ...input, cursor }) };
    return answered(
      await listOrganizations(asked as Parameters<typeof listOrganizations>[0], portsOf(table)),
    );
  };

const users =
  (input: (one: OrganizationId) => object = () => ({})): Question['ask'] =>
  async ({ cursor, one }, table) => {
    const asked = { input: ListAllUsers.parse({ ...input(one), cursor }) };
    return answered(await listAllUsers(asked as Parameters<typeof listAllUsers>[0], portsOf(table)));
  };

/** Who asks was looked at before. */
const portsOf = ({ client, table }: WatchedTable) => ({ ...always, directory: reading(client, table) });

function answered(result: { ok: true; value: Page } | { ok: false }): Page {
  if (!result.ok) throw new Error('A page was refused');
  return result.value;
}

const questions: readonly Question[] = [
  { what: 'organizations, by name', ask: organizations() },
  { what: 'organizations, a page of ten', pages: 10, ask: organizations() },
  { what: 'organizations, “amber”', ask: organizations({ q: 'amber' }) },
  { what: 'organizations, “i”', ask: organizations({ q: 'i' }) },
  { what: 'organizations, “juniper stone”', ask: organizations({ q: 'juniper stone' }) },
  { what: 'organizations that nobody calls so', ask: organizations({ q: 'xyzzy' }) },
  { what: 'users of all organizations', ask: users() },
  { what: 'users of all organizations, a page of ten', pages: 10, ask: users() },
  { what: 'users of all, the last organization first', ask: users(() => ({ sort: '-organization' })) },
  { what: 'users of one organization', ask: users(organization => ({ organization })) },
  {
    what: 'users of one, by the beginning of a word',
    ask: users(organization => ({ organization, q: 'c' })),
  },
];

async function costOf(
  { ask, pages = 1 }: Question,
  one: OrganizationId,
  table: WatchedTable,
): Promise<PageCost> {
  table.takeCalls();
  let [items, asked]: [number, number] = [0, 0];
  let cursor: string | undefined;
  do {
    const page = await ask({ cursor, one }, table);
    items += page.items.length;
    asked += 1;
    cursor = page.nextCursor;
  } while (cursor && asked < pages);
  const calls = table.takeCalls();
  const each = (sum: number) => rounded(sum / asked);
  return {
    answered: each(items),
    requests: each(calls.length),
    trips: each(sequentialTrips(calls)),
    readUnits: each(toldUnits(calls)),
  };
}
