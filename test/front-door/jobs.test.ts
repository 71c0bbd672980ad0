/** What is done to many users is a job: everybody once, each with an outcome. */
import { beforeAll, expect, test } from 'vitest';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { JobItemView } from '../../shared/contract/jobs.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup, arrangeLimited, arrangeRole, freshTitle, join } from '../harness/arrange-groups.ts';
import { atOnce } from '../harness/at-once.ts';
import { aUser, store } from '../harness/entities.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { often, openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
});

/** So many users, who have nothing to do but to be there. */
async function crowd(count: number, { org } = home): Promise<PersonId[]> {
  const users = Array.from({ length: count }, () => aUser({ organization: org }));
  for (let from = 0; from < count; from += 100) await store(front.world, ...users.slice(from, from + 100));
  return users.map(({ id }) => id);
}

const change = (group: string, wish: object, as: Partial<Arranged['owner']> = home.owner) =>
  ask(front, 'change-group-members', { org: home.org, group, ...wish }, as);
const jobOf = async (job: string) => (await ask(front, 'get-job', { org: home.org, job }, home.owner)).body;

/** All of a list, in pages of that size. */
async function all<T>(
  route: 'list-job-items' | 'list-group-members',
  input: object,
  limit: number,
): Promise<{ items: T[]; pages: number }> {
  const items: T[] = [];
  let [pages, cursor]: [number, string | undefined] = [0, undefined];
  do {
    const asked: object = { org: home.org, ...input, limit, ...(cursor && { cursor }) };
    const page: { items: unknown[]; nextCursor?: string } = (
      await ask(front, route, { ...asked }, home.owner)
    ).body;
    items.push(...(page.items as T[])); // by the route
    cursor = page.nextCursor;
    pages++;
  } while (cursor);
  return { items, pages };
}

test('5,000 users are added: nobody is missed, nobody is in twice, and the list of them pages', async () => {
  const group = await arrangeGroup(front, home);
  const ids = await crowd(often(5000));
  const { status, body } = await change(group.id, { add: ids });
  expect(status).toBe(202);
  expect(body).toMatchObject({ kind: 'change-group-members', state: 'queued', startedBy: home.owner.id });
  expect(body.progress).toEqual({ done: 0, failed: 0, skipped: 0, total: ids.length });
  await front.settle();
  const job = await jobOf(body.id);
  expect(job.state).toBe('done');
  expect(job.progress).toEqual({ done: ids.length, failed: 0, skipped: 0, total: ids.length });
  const { items, pages } = await all<{ id: string }>('list-group-members', { group: group.id }, 200);
  expect(items.map(({ id }) => id)).toEqual([...ids].sort());
  expect(pages).toBe(Math.ceil(ids.length / 200));
  const { members } = (await ask(front, 'get-group', { org: home.org, group: group.id }, home.owner)).body;
  expect(members).toBe(ids.length);
  const told = (await front.trail(home.org)).filter(
    ({ action, target }) => action === 'group.member-added' && target.id === group.id,
  );
  expect(told.map(({ changes }) => changes[0]?.after).sort()).toEqual([...ids].sort());
  expect(told.every(({ actor }) => actor.kind === 'member' && actor.id === home.owner.id)).toBe(true);
  const outcomes = await all<JobItemView>('list-job-items', { job: body.id }, 150);
  expect(outcomes.items.map(({ user }) => user)).toEqual(ids);
  expect(outcomes.items.every(({ outcome }) => outcome === 'done')).toBe(true);
}, 120_000);

test('each user has an outcome, and a reason where nothing was done', async () => {
  const group = await arrangeGroup(front, home);
  const elsewhere = await arrangeOrganization(front);
  const [fresh, outside] = await crowd(2);
  const [{ id: already }, { id: leaving }] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const archived = await arrangeUser(front, home);
  await ask(front, 'archive-user', { org: home.org, user: archived.id }, home.owner);
  for (const user of [already, leaving]) await join(front, home, group.id, user);
  const foreign = elsewhere.owner.id;
  const missing = front.world.ids.make('usr');
  const add = [fresh, already, archived.id, home.owner.id, foreign, missing];
  const { body } = await change(group.id, { add, remove: [leaving, outside] });
  await front.settle();
  const { items } = await all<JobItemView>('list-job-items', { job: body.id }, 3);
  const as = (action: string, user: unknown, outcome: string, reason?: string) => ({
    ...{ user, action, outcome },
    ...(user !== foreign && user !== missing && { name: expect.stringMatching(/^(Uma|Ada) /) }),
    ...(reason && { reason: expect.stringContaining(reason) }),
  });
  expect(items).toEqual([
    as('add', fresh, 'done'),
    as('add', already, 'skipped', 'already'),
    as('add', archived.id, 'failed', 'status'),
    as('add', home.owner.id, 'failed', 'Nobody changes their own'),
    as('add', foreign, 'failed', 'no such user'),
    as('add', missing, 'failed', 'no such user'),
    as('remove', leaving, 'done'),
    as('remove', outside, 'skipped', 'not in the group'),
  ]);
  const job = await jobOf(body.id);
  expect(job).toMatchObject({ state: 'done', progress: { done: 2, failed: 4, skipped: 2, total: 8 } });
  expect(job.finishedAt).toBeDefined();
});

test('whoever asks is judged for each user, and can queue nothing that they could never do', async () => {
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const admin = await arrangeUser(front, home, 'admin');
  const group = await arrangeGroup(front, home, { customRoles: [limited.role.id] });
  const high = await arrangeRole(front, home, ['crm.contacts.delete']);
  const mighty = await arrangeGroup(front, home, { customRoles: [high.id] });
  const [user] = await crowd(1);
  const input = { org: home.org, group: mighty.id, add: [user] };
  expect(outcomeOf(await refused(front, 'change-group-members', input, limited))).toBe('beyond-own-access');
  const { body } = await change(group.id, { add: [user, admin.id] }, limited);
  await front.settle();
  expect((await jobOf(body.id)).progress).toMatchObject({ done: 1, failed: 1 });
});

test('the group of a job is deleted before its turn: nobody is in it, and everybody is told', async () => {
  const group = await arrangeGroup(front, home);
  const ids = await crowd(30);
  const { body } = await change(group.id, { add: ids });
  const headers = { 'if-match': '"1"' };
  await ask(front, 'delete-group', { org: home.org, group: group.id }, home.owner, { headers });
  await front.settle();
  const job = await jobOf(body.id);
  expect(job.progress.done + job.progress.failed).toBe(30);
  const users = await Promise.all(
    ids.map(user => ask(front, 'get-user', { org: home.org, user }, home.owner)),
  );
  expect(users.flatMap(answer => answer.body.groups)).toEqual([]);
});

test('two jobs add the same users to one group at once: each of them is in once', async () => {
  const group = await arrangeGroup(front, home);
  const ids = await crowd(50);
  const [one, two] = await atOnce(2, () => change(group.id, { add: ids }));
  await front.settle();
  const [first, second] = [await jobOf(one?.body.id ?? ''), await jobOf(two?.body.id ?? '')];
  expect(first.progress.done + second.progress.done).toBe(50);
  expect(first.progress.skipped + second.progress.skipped).toBe(50);
  const { items } = await all<{ id: string }>('list-group-members', { group: group.id }, 200);
  expect(items.map(({ id }) => id)).toEqual([...ids].sort());
});

test('the same key queues one job', async () => {
  const group = await arrangeGroup(front, home);
  const input = { org: home.org, group: group.id, add: await crowd(130) };
  const headers = { 'idempotency-key': freshTitle('key') };
  const first = await ask(front, 'change-group-members', input, home.owner, { headers });
  const again = await ask(front, 'change-group-members', input, home.owner, { headers });
  expect(again.body).toEqual(first.body);
});

test('what cannot be asked is refused by the field', async () => {
  const { id: group } = await arrangeGroup(front, home);
  const [user] = await crowd(1);
  const many = Array.from({ length: 5001 }, () => front.world.ids.make('usr'));
  for (const wish of [{}, { add: [user], remove: [user] }, { add: [user, user] }, { add: many }]) {
    const answer = await refused(
      front,
      'change-group-members',
      { org: home.org, group, ...wish },
      home.owner,
    );
    expect(outcomeOf(answer), JSON.stringify(wish).slice(0, 80)).toBe('validation-failed');
  }
});

test('jobs are listed newest first, in their own organization alone', async () => {
  const there = await arrangeOrganization(front);
  const group = await arrangeGroup(front, there);
  const ids: string[] = [];
  for (const user of await crowd(3, there)) {
    const input = { org: there.org, group: group.id, add: [user] };
    ids.unshift((await ask(front, 'change-group-members', input, there.owner)).body.id);
  }
  const page = { org: there.org, limit: 2 };
  const { body } = await ask(front, 'list-jobs', page, there.owner);
  const rest = await ask(front, 'list-jobs', { ...page, cursor: body.nextCursor }, there.owner);
  expect([...body.items, ...rest.body.items].map(({ id }) => id)).toEqual(ids);
  for (const route of ['get-job', 'list-job-items'] as const) {
    const foreign = await refused(front, route, { org: home.org, job: ids[0] }, home.owner);
    expect(outcomeOf(foreign)).toBe('not-found');
  }
});
