/** Bulks while the world changes under them: whoever works on them dies, has company or must wait, and their starter goes. */
import { expect, test } from 'vitest';
import { runJob } from '../../functions/events/run-job.ts';
import type { BulkDeed } from '../../shared/contract/bulk.ts';
import type { JobId, PersonId } from '../../shared/contract/ids.ts';
import type { JobView } from '../../shared/contract/jobs.ts';
import { viewJob } from '../../shared/domain/job.ts';
import { ref } from '../../shared/domain/refs.ts';
import { beforeCommit, breakAt } from '../faults/breaking.ts';
import { type Arranged, arrangeOrganization, arrangePending, arrangeUser } from '../harness/arrange.ts';
import { arrangeCrowd } from '../harness/arrange-crowd.ts';
import { arrangeGroup, arrangeLimited, arrangeProject } from '../harness/arrange-groups.ts';
import { trials } from '../harness/at-once.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask, type Session } from '../harness/front.ts';
import { around } from '../world/around.ts';
import { type Chance, oneOf, seeded, seedOfRun } from '../world/chance.ts';
import { interleaving } from '../world/interleaving.ts';
import { breaches } from '../world/invariants.ts';

type Stage = { front: FakeFront; home: Arranged; deeds: BulkDeed[] };

async function stage(more: { plan?: string } = {}): Promise<Stage> {
  const front = fakeFront();
  const home = await arrangeOrganization(front, more);
  const [group, project] = [await arrangeGroup(front, home), await arrangeProject(front, home)];
  const deeds: BulkDeed[] = [
    ...(['send-invitation', 'deactivate', 'reactivate', 'archive', 'restore'] as const).map(action => ({
      action,
    })),
    ...(['delete', 'reset-password'] as const).map(action => ({ action })),
    ...(['admin', 'manager', 'user'] as const).map(role => ({ action: 'set-role', role }) as const),
    { action: 'require-mfa', required: true },
    { action: 'require-mfa', required: false },
    { action: 'add-to-group', group: group.id },
    { action: 'remove-from-group', group: group.id },
    { action: 'add-to-project', project: project.id },
    { action: 'remove-from-project', project: project.id },
  ];
  return { front, home, deeds };
}

/** People in every status, with every role. */
async function mixed({ front, home }: Stage, chance: Chance, count: number): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  const turn = (route: 'deactivate-user' | 'archive-user', user: PersonId) =>
    ask(front, route, { org: home.org, user }, home.owner);
  for (let i = 0; i < count; i++) {
    const role = oneOf(chance, ['owner', 'admin', 'manager', 'user', 'user', 'user'] as const);
    const isIn = chance() < 0.5;
    const access = oneOf(chance, [{ mode: 'all' }, { mode: 'custom', permissions: [] }] as const);
    const more = { role, ...(role !== 'user' && role !== 'manager' && { access }) };
    const id = isIn
      ? (await arrangeUser(front, home, role, { access: { mode: 'all' }, ...more })).id
      : (await arrangePending(front, home, more)).about.user;
    const end = chance();
    if (end < 0.2) await turn('deactivate-user', id);
    if (end > 0.85) await turn('archive-user', id);
    ids.push(id);
  }
  return ids;
}

async function start(
  { front, home }: Stage,
  deed: BulkDeed,
  selection: object,
  as: Partial<Session> = home.owner,
) {
  const { body } = await ask(front, 'start-bulk', { org: home.org, deed, selection }, as);
  const queued = front.world.directory.events.filter(({ action }) => action === 'job.queued').at(-1);
  return { id: body.id, message: { detail: queued } as never }; // as the bus brings it
}

/** Read past the door: whoever could ask may be among those to whom something is done. */
async function jobOf({ front, home }: Stage, id: JobId): Promise<JobView> {
  const [job] = await front.world.directory.get(ref.job(home.org, id));
  if (!job) throw new Error(`There is no job ${id}`);
  return viewJob(job);
}

async function itemsOf({ front, home }: Stage, job: JobId) {
  const of = { of: 'job-slice', organization: home.org, job } as const;
  return (await front.world.directory.list(of, { limit: 100 })).items.flatMap(({ items }) => items);
}

/** How often it was told of each user that something was done to them since. */
function toldSince({ front }: Stage, since: number, users: readonly PersonId[]): Map<PersonId, number> {
  const own = front.world.directory.events
    .slice(since)
    .filter(({ action }) => /^(user|invitation|group|project|password)\./.test(action));
  return new Map(
    users.map(user => [
      user,
      own.filter(({ target, changes }) => JSON.stringify([target.id, changes]).includes(user)).length,
    ]),
  );
}

/** Everybody has exactly the outcome that was foreseen, and whoever it was done to is told of once. */
async function isAsForeseen(
  it: Stage,
  { job, since, foreseen }: { job: JobId; since: number; foreseen: Awaited<ReturnType<typeof foresee>> },
  where: string,
) {
  const { progress, finishedAt } = await jobOf(it, job);
  const { total, ready, skipped } = foreseen;
  expect(finishedAt, where).toBeDefined();
  expect(progress, where).toMatchObject({ done: ready, total });
  expect(progress.failed + progress.skipped, where).toBe(total - ready);
  const items = await itemsOf(it, job);
  expect(new Set(items.map(({ user }) => user)).size, where).toBe(total);
  for (const { reason, count } of skipped)
    expect(items.filter(item => item.reason === reason).length, `${where}: ${reason}`).toBe(count);
  const told = toldSince(
    it,
    since,
    items.map(({ user }) => user),
  );
  for (const { user, outcome } of items)
    expect(told.get(user), `${where}: ${user}`).toBe(outcome === 'done' ? 1 : 0);
  expect(breaches(it.front.world), where).toEqual([]);
}

async function foresee(
  { front, home }: Stage,
  deed: BulkDeed,
  selection: object,
  as: Partial<Session> = home.owner,
) {
  return (await ask(front, 'preview-bulk', { org: home.org, deed, selection }, as)).body;
}

const selectionOf = (chance: Chance, users: readonly PersonId[]) =>
  chance() < 0.5 ? { users } : { filter: { status: ['invited', 'active', 'inactive', 'archived'] } };

/** 200 deaths and failures at random. */
const groups = trials(20);

test.each(groups)(
  'whoever works on it dies or fails at any of their calls, ten times over (%i)',
  async trial => {
    const chance = seeded(seedOfRun + trial);
    const it = await stage();
    const users = await mixed(it, chance, 18);
    const deed = oneOf(chance, it.deeds);
    const selection = selectionOf(chance, users);
    const foreseen = await foresee(it, deed, selection);
    await it.front.settle();
    const since = it.front.world.directory.events.length;
    const { id, message } = await start(it, deed, selection);
    const broken: string[] = [];
    for (let times = 0; times < 10; times++) {
      const number = 1 + Math.floor(chance() * 12);
      const [moment, manner] = [
        oneOf(chance, ['before', 'after'] as const),
        oneOf(chance, ['dies', 'fails'] as const),
      ];
      const breaking = breakAt(number, moment, manner);
      await runJob(message, around(it.front.world, breaking.around)).catch(() => undefined);
      broken.push(`${manner} ${moment} call ${number}, ${breaking.calls[number - 1]}`);
      expect(breaches(it.front.world), broken.join('; ')).toEqual([]);
    }
    await it.front.settle();
    await isAsForeseen(it, { job: id, since, foreseen }, `${deed.action}: ${broken.join('; ')}`);
  },
);

test.each(trials(60))(
  'a preview says what the job then comes to, whoever asks for what (%i)',
  async trial => {
    const chance = seeded(seedOfRun + 1000 + trial);
    const it = await stage();
    const users = await mixed(it, chance, 12);
    const role = oneOf(chance, ['owner', 'admin', 'manager'] as const);
    const asking: Session =
      chance() < 0.2
        ? await arrangeLimited(it.front, it.home, ['crm.contacts.read'])
        : await arrangeUser(it.front, it.home, role);
    const deed = it.deeds[trial % it.deeds.length] ?? oneOf(chance, it.deeds);
    const selection = selectionOf(chance, users);
    await it.front.settle();
    const { org } = it.home;
    const answer = await it.front.send({
      method: 'POST',
      path: `/v1/organizations/${org}/users/bulk/preview`,
      headers: { authorization: `Bearer ${asking.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ deed, selection }),
    });
    if (answer.status === 403) return; // It could be done to nobody.
    const foreseen = await foresee(it, deed, selection, asking);
    const since = it.front.world.directory.events.length;
    const { id } = await start(it, deed, selection, asking);
    await it.front.settle();
    await isAsForeseen(it, { job: id, since, foreseen }, `${deed.action} by ${role}`);
  },
);

/** Bounds that are reached in the middle: of seats, of invitations in an hour. */
test.each([
  ['reactivate', 'seats'],
  ['send-invitation', 'invitations an hour'],
] as const)('a preview of %s knows how many %s are left', async (action, what) => {
  const it = await stage({ plan: 'starter' });
  const { front, home } = it;
  const users: PersonId[] = [];
  for (let i = 0; i < 12; i++) users.push((await arrangeUser(front, home)).id);
  const invited = await arrangeCrowd(front, home, 30);
  await front.settle();
  if (action === 'reactivate') {
    await start(it, { action: 'deactivate' }, { users });
    await front.settle();
    const [organization] = await front.world.directory.get(ref.organization(home.org));
    if (!organization) throw new Error('There is no organization');
    const after = { ...organization, version: organization.version + 1, seats: 36 };
    await front.world.directory.commit({
      changes: [{ do: 'update', before: organization, after }],
      events: [],
    });
  }
  const deed = { action } as const;
  const whom = { users: action === 'reactivate' ? users : invited };
  const foreseen = await foresee(it, deed, whom);
  expect(foreseen.ready).toBeGreaterThan(0);
  expect(foreseen.skipped[0]?.reason).toContain(what);
  const since = front.world.directory.events.length;
  const { id } = await start(it, deed, whom);
  await front.settle();
  await isAsForeseen(it, { job: id, since, foreseen }, action);
  expect((await jobOf(it, id)).progress.failed).toBe(foreseen.total - foreseen.ready);
});

test.each(trials(5))('three work on it at once: to everybody it is done once (%i)', async trial => {
  const it = await stage();
  const chance = seeded(seedOfRun + trial);
  const users = await arrangeCrowd(it.front, it.home, 25);
  const deed = oneOf(
    chance,
    it.deeds.filter(({ action }) => /^(dea|arc|del|send|req|add)/.test(action)),
  );
  const foreseen = await foresee(it, deed, { users });
  const since = it.front.world.directory.events.length;
  const { id, message } = await start(it, deed, { users });
  const together = around(it.front.world, interleaving(chance));
  await Promise.all([1, 2, 3].map(() => runJob(message, together)));
  await it.front.settle();
  await isAsForeseen(it, { job: id, since, foreseen }, deed.action);
});

test('whose starter loses their rights in the middle fails for the rest', async () => {
  const it = await stage();
  const { front, home } = it;
  const manager = await arrangeUser(front, home, 'manager');
  const users = await arrangeCrowd(front, home, 30);
  const { id, message } = await start(it, { action: 'send-invitation' }, { users }, manager);
  const out = () => ask(front, 'deactivate-user', { org: home.org, user: manager.id }, home.owner);
  await runJob(message, around(front.world, beforeCommit(5, out)));
  expect((await jobOf(it, id)).progress).toEqual({ done: 5, failed: 25, skipped: 0, total: 30 });
  expect((await itemsOf(it, id)).at(-1)?.reason).toBe('Whoever started this may not do it any more.');
});

test('the group that everybody is to be in is deleted in the middle: nobody is in it, the rest is told', async () => {
  const it = await stage();
  const { front, home } = it;
  const group = await arrangeGroup(front, home);
  const users = await arrangeCrowd(front, home, 30);
  const { id, message } = await start(it, { action: 'add-to-group', group: group.id }, { users });
  const headers = { 'if-match': '"1"' };
  const deletion = () =>
    ask(front, 'delete-group', { org: home.org, group: group.id }, home.owner, { headers });
  await runJob(message, around(front.world, beforeCommit(2, deletion)));
  await front.settle();
  const { progress } = await jobOf(it, id);
  expect(progress).toMatchObject({ done: 10, failed: 20 });
  expect(breaches(front.world)).toEqual([]);
});

test('a job that is called off stops at the next user', async () => {
  const it = await stage();
  const { front, home } = it;
  const users = await arrangeCrowd(front, home, 10);
  const { id, message } = await start(it, { action: 'deactivate' }, { users });
  const cancel = () => ask(front, 'cancel-job', { org: home.org, job: id }, home.owner);
  await runJob(message, around(front.world, beforeCommit(4, cancel)));
  expect(await jobOf(it, id)).toMatchObject({ state: 'cancelled', progress: { done: 3, total: 10 } });
  const inactive = front.world.directory
    .stored()
    .filter(each => each.type === 'user' && each.status === 'inactive');
  expect(inactive).toHaveLength(3);
});

test('somebody whom others change all the time is given up on; to everybody else it is done', async () => {
  const it = await stage();
  const users = await arrangeCrowd(it.front, it.home, 15);
  const { id, message } = await start(it, { action: 'require-mfa', required: true }, { users });
  const { directory } = it.front.world;
  const commit: typeof directory.commit = async given => {
    const isBusy = given.changes.some(
      change => change.do === 'update' && 'id' in change.after && change.after.id === users[7],
    );
    return isBusy ? { ok: false, conflict: { on: 'contention' } } : directory.commit(given);
  };
  await runJob(message, { ...it.front.world, directory: { ...directory, commit } });
  expect(await jobOf(it, id)).toMatchObject({ state: 'done', progress: { done: 14, failed: 1, total: 15 } });
});

test('somebody whose data are broken fails alone', async () => {
  const it = await stage();
  const users = await arrangeCrowd(it.front, it.home, 3);
  const { id, message } = await start(it, { action: 'archive' }, { users });
  const failing = around(it.front.world, async (call, run) => {
    const found = await run();
    const names = JSON.stringify(found ?? '');
    if (call === 'directory.get' && names.includes(`"person":"${users[1]}"`) && names.includes('"email"'))
      throw new TypeError('Not what it should be');
    return found;
  });
  await runJob(message, failing);
  expect(await jobOf(it, id)).toMatchObject({ state: 'done', progress: { done: 2, failed: 1, total: 3 } });
});

test('mails go at the pace that is set, for all jobs together', async () => {
  const it = await stage();
  const { world } = it.front;
  const users = await arrangeCrowd(it.front, it.home, 40);
  const deed = { action: 'send-invitation' } as const;
  const one = await start(it, deed, { users: users.slice(0, 20) });
  const two = await start(it, deed, { users: users.slice(20) });
  const together = around(world, interleaving(seeded(seedOfRun)));
  await Promise.all([runJob(one.message, together), runJob(two.message, together)]);
  const sent = world.directory.events.filter(({ action }) => action === 'invitation.sent');
  const bySecond = new Map<string, number>();
  for (const { time } of sent) bySecond.set(time.slice(0, 19), (bySecond.get(time.slice(0, 19)) ?? 0) + 1);
  expect(sent).toHaveLength(40);
  // Some are admitted at the end of one second and written at the beginning of the next.
  expect(Math.max(...bySecond.values())).toBeLessThanOrEqual(world.settings.pace.mailsPerSecond + 2);
  expect(bySecond.size).toBeGreaterThanOrEqual(4);
});

test('whoever waits for long lets another go on', async () => {
  const it = await stage();
  const { world } = it.front;
  const users = await arrangeCrowd(it.front, it.home, 3);
  const { id, message } = await start(it, { action: 'deactivate' }, { users });
  const busy = { ...world, directory: { ...world.directory, admit: async () => false } };
  await runJob(message, busy);
  expect((await jobOf(it, id)).progress.done).toBe(0);
  expect(world.directory.events.at(-1)).toMatchObject({ action: 'job.continued', target: { id } });
  await it.front.settle();
  expect((await jobOf(it, id)).progress.done).toBe(3);
});
