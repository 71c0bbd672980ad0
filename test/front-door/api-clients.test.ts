/** Registered applications: their secrets, how those overlap, and how they end. */
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import {
  arrangeApiUser,
  arrangeClient,
  type Client,
  passwordGrant,
  refreshGrant,
  scriptSession,
} from '../harness/arrange-scripts.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let script: { email: string };

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
  script = await arrangeApiUser(front, home);
});

const create = (of: Arranged, name = 'Import') =>
  refused(front, 'create-api-client', { org: of.org, name }, of.owner);
const list = async (of: Arranged) =>
  (await ask(front, 'list-api-clients', { org: of.org }, of.owner)).body.items;
const get = (id: string) => ask(front, 'get-api-client', { org: home.org, client: id }, home.owner);
const rotate = async ({ id }: { id: string }, overlapMinutes?: number): Promise<Client> =>
  (await ask(front, 'rotate-api-client', { org: home.org, client: id, overlapMinutes }, home.owner)).body;
const remove = ({ id }: { id: string }) =>
  refused(front, 'delete-api-client', { org: home.org, client: id }, home.owner);

/** Whether a secret works: what a script gets that shows it. */
const works = async (client: Client) =>
  (await ask(front, 'exchange-token', passwordGrant(client, script))).status === 200;

test('a secret has 256 bits, is shown once, and only its hash is kept', async () => {
  const of = await arrangeOrganization(front);
  const created = await ask(front, 'create-api-client', { org: of.org, name: ' Night ' }, of.owner);
  expect(created.status).toBe(201);
  const { id, secret, ...rest } = created.body;
  expect(id).toMatch(/^cli_/);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(rest).toEqual({ name: 'Night', createdAt: expect.any(String), createdBy: of.owner.id });
  expect(await list(of)).toEqual([{ id, ...rest }]);
  const asked = await ask(front, 'get-api-client', { org: of.org, client: id }, of.owner);
  expect(asked.body).toEqual({ id, ...rest });
  const [stored] = await front.world.directory.get(ref.apiClient(of.org, id));
  expect(stored?.secretHash).toBe(createHash('sha256').update(secret).digest('hex'));
  expect(JSON.stringify([await front.trail(of.org), stored])).not.toContain(secret);
});

test('the trail tells of it by its id and its name', async () => {
  const of = await arrangeOrganization(front);
  const { id: client } = await arrangeClient(front, of);
  await ask(front, 'rotate-api-client', { org: of.org, client, overlapMinutes: 0 }, of.owner);
  await ask(front, 'delete-api-client', { org: of.org, client }, of.owner);
  const events = (await front.trail(of.org)).slice(-3);
  expect(events.map(({ action }) => action)).toEqual([
    'api-client.created',
    'api-client.rotated',
    'api-client.deleted',
  ]);
  for (const event of events)
    expect(event).toMatchObject({ target: { type: 'api-client', id: client }, actor: { id: of.owner.id } });
  expect(events[0]?.changes).toEqual([{ field: 'name', after: 'Nightly export' }]);
});

test('after a rotation both secrets work for as long as was asked, and it is told until when', async () => {
  const old = await arrangeClient(front, home);
  const fresh = await rotate(old, 60);
  expect(fresh.secret).not.toBe(old.secret);
  expect((await get(old.id)).body.previousSecretUntil).toBeDefined();
  expect([await works(old), await works(fresh)]).toEqual([true, true]);
  await front.advance(60 * 60);
  expect((await get(old.id)).body.previousSecretUntil).toBeUndefined();
  expect([await works(old), await works(fresh)]).toEqual([false, true]);
});

test('a day, where nothing is said', async () => {
  const old = await arrangeClient(front, home);
  await rotate(old);
  const { body } = await get(old.id);
  const left = Date.parse(body.previousSecretUntil ?? '') - Date.parse(front.world.clock.now());
  expect(Math.abs(left - 24 * 3_600_000)).toBeLessThan(60_000);
});

test('no overlap: the old secret is dead at once', async () => {
  const old = await arrangeClient(front, home);
  const fresh = await rotate(old, 0);
  expect([await works(old), await works(fresh)]).toEqual([false, true]);
});

test('rotated again during an overlap: only the last two work', async () => {
  const first = await arrangeClient(front, home);
  const second = await rotate(first, 600);
  const third = await rotate(first, 600);
  expect([await works(first), await works(second), await works(third)]).toEqual([false, true, true]);
  const fourth = await rotate(first, 0);
  expect([await works(second), await works(third), await works(fourth)]).toEqual([false, false, true]);
});

test('deleted: its secret and its sessions are dead at once, on every route', async () => {
  const client = await arrangeClient(front, home);
  const session = await scriptSession(front, client, script);
  expect((await ask(front, 'list-users', { org: home.org }, session)).status).toBe(200);
  expect((await ask(front, 'get-me', {}, session)).status).toBe(200);
  expect((await remove(client)).status).toBe(204);
  expect(outcomeOf(await refused(front, 'list-users', { org: home.org }, session))).toBe('session-ended');
  expect(outcomeOf(await refused(front, 'get-me', {}, session))).toBe('session-ended');
  expect(await works(client)).toBe(false);
  const refreshed = await refused(front, 'exchange-token', refreshGrant(client, session.refreshToken));
  expect(refreshed.body).toMatchObject({ error: 'invalid_client' });
  expect((await get(client.id)).status).toBe(404);
  expect((await remove(client)).status).toBe(404);
});

test('when it was last used is told', async () => {
  const client = await arrangeClient(front, home);
  expect((await get(client.id)).body.lastUsedAt).toBeUndefined();
  await works({ ...client, secret: 'wrong' });
  expect((await get(client.id)).body.lastUsedAt).toBeUndefined();
  const before = front.world.clock.now();
  await works(client);
  const { lastUsedAt = '' } = (await get(client.id)).body;
  expect(lastUsedAt >= before).toBe(true);
});

test('a plan without API access registers none', async () => {
  const of = await arrangeOrganization(front, { plan: 'starter' });
  expect(outcomeOf(await create(of))).toBe('plan-lacks-api-access');
});

test('another organization’s is as one that does not exist', async () => {
  const foreign = await arrangeOrganization(front);
  const { id: client } = await arrangeClient(front, foreign);
  for (const route of ['get-api-client', 'rotate-api-client', 'delete-api-client'] as const)
    expect(outcomeOf(await refused(front, route, { org: home.org, client }, home.owner))).toBe('not-found');
  expect(await list(foreign)).toHaveLength(1);
});

test('managers have nothing to do with them', async () => {
  const manager = await arrangeUser(front, home, 'manager');
  const answer = await refused(front, 'list-api-clients', { org: home.org }, manager);
  expect(outcomeOf(answer)).toBe('not-allowed');
});

/** As many as there may be, but for some, without asking for each. */
async function arrangeNearlyFull(room: number): Promise<Arranged> {
  const of = await arrangeOrganization(front);
  const { ids, clock, directory } = front.world;
  const entities = Array.from({ length: 50 - room }, () => ({
    ...{ type: 'api-client' as const, version: 1, organization: of.org, id: ids.make('cli') },
    ...{ name: 'Old', secretHash: ids.linkToken().hash, createdAt: clock.now() },
  }));
  await directory.commit({ changes: entities.map(entity => ({ do: 'create', entity })), events: [] });
  return of;
}

test('fifty are enough, and the one after a deletion is welcome', async () => {
  const of = await arrangeNearlyFull(1);
  expect((await create(of)).status).toBe(201);
  expect(outcomeOf(await create(of))).toBe('too-many-clients');
  const [{ id: client } = { id: '' }] = await list(of);
  await ask(front, 'delete-api-client', { org: of.org, client }, of.owner);
  expect((await create(of)).status).toBe(201);
});

test.each(races(20))('five at once for the last two places: never more than fifty (%i)', async () => {
  const of = await arrangeNearlyFull(2);
  const answers = await atOnce(5, () => create(of));
  const counted = tally(answers);
  expect(counted[201]).toBeGreaterThan(0);
  for (const outcome of Object.keys(counted))
    expect(['201', 'changed-meanwhile', 'too-many-clients']).toContain(outcome);
  expect(await list(of)).toHaveLength(48 + (counted[201] ?? 0));
  expect((await list(of)).length).toBeLessThanOrEqual(50);
});

test.each(races(20))(
  'two rotations at once: one after the other, and the last two secrets work (%i)',
  async () => {
    const first = await arrangeClient(front, home);
    const [one, other] = await Promise.all([rotate(first, 600), rotate(first, 600)]);
    expect(await works(first)).toBe(false);
    expect([await works(one), await works(other)]).toEqual([true, true]);
    await remove(first);
  },
);
