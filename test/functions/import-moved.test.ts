/** What has moved since a file was checked is not forced: such a row is left, with a reason, and no other with it. */
import { expect, test } from 'vitest';
import { runJob } from '../../functions/events/run-job.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { Email } from '../../shared/contract/text.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { beforeCommit } from '../faults/breaking.ts';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail } from '../harness/arrange.ts';
import { arrangeGroup, arrangeRole } from '../harness/arrange-groups.ts';
import { arrangePlan, creating, editing } from '../harness/arrange-imports.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { trials } from '../harness/at-once.ts';
import { ask } from '../harness/front.ts';
import { commit, itemsOf, jobOf, type Stage, stage } from '../harness/run-imports.ts';
import { type Around, around } from '../world/around.ts';
import { breaches } from '../world/invariants.ts';

const starterGone = 'Whoever started this may not do it any more.';

const userOf = async ({ front, home }: Stage, user: PersonId) =>
  (await ask(front, 'get-user', { org: home.org, user }, home.owner)).body;

/** A plan that is made, then something happens, and then it is done. */
async function doneAfter(it: Stage, rows: readonly PlannedRow[], meanwhile: () => Promise<unknown>) {
  const planned = await arrangePlan(it.front, it.home, rows);
  await meanwhile();
  const { id } = await commit(it, planned);
  await it.front.settle();
  expect(breaches(it.front.world)).toEqual([]);
  const job = await jobOf(it, id);
  return { job, items: await itemsOf(it, job.id) };
}

/** Done while something happens before the commit of that number. */
async function doneWhile(it: Stage, rows: readonly PlannedRow[], how: Around, home: Arranged = it.home) {
  const planned = await arrangePlan(it.front, it.home, rows);
  const { id, queued } = await commit(it, planned, home.owner);
  await runJob(queued, around(it.front.world, how));
  const job = await jobOf(it, id);
  return { job, items: await itemsOf(it, job.id), queued };
}

const promoting = (number: number, user: PersonId) =>
  editing(number, user, {
    wish: { role: 'manager' },
    expected: [{ field: 'role', before: 'user', after: 'manager' }],
  });
const renaming = (number: number, user: PersonId) =>
  editing(number, user, {
    wish: { lastName: 'Planned' },
    expected: [
      { field: 'lastName', before: 'Byron', after: 'Planned' },
      { field: 'displayName', before: 'Ada Byron', after: 'Ada Planned' },
    ],
  });

/** As somebody else edits a user, meanwhile. */
async function edit({ front, home }: Stage, user: PersonId, wish: object) {
  const { org, owner } = home;
  const { headers } = await ask(front, 'get-user', { org, user }, owner);
  const match = { 'if-match': headers.etag ?? '' };
  expect((await ask(front, 'edit-user', { org, user, ...wish }, owner, { headers: match })).status).toBe(200);
}

const deleting = async ({ front, home: { org, owner } }: Stage, user: PersonId) => {
  const { headers } = await ask(front, 'get-user', { org, user }, owner);
  const match = { 'if-match': headers.etag ?? '' };
  await ask(front, 'delete-user', { org, user }, owner, { headers: match });
};

test('users who are changed meanwhile are changed only where it comes to just what was planned', async () => {
  const it = await stage();
  const { org, owner } = it.home;
  const changed = 'Others have changed the user since the file was checked:';
  const cases = [
    [promoting, user => edit(it, user, { role: 'manager' }), 'skipped', 'It is so already.'],
    [promoting, user => edit(it, user, { role: 'admin' }), 'failed', `${changed} Role.`],
    [
      renaming,
      user => edit(it, user, { lastName: 'Elsewhere' }),
      'failed',
      `${changed} Last name, Display name.`,
    ],
    [promoting, user => deleting(it, user), 'failed', 'The user was deleted since the file was checked.'],
    [
      promoting,
      user => ask(it.front, 'archive-user', { org, user }, owner),
      'failed',
      'The user was archived since the file was checked.',
    ],
    [promoting, user => edit(it, user, { requireMfa: true }), 'done', undefined],
    [renaming, async () => undefined, 'done', undefined],
  ] satisfies [typeof promoting, (user: PersonId) => Promise<unknown>, string, string | undefined][];
  const users: PersonId[] = [];
  for (const _ of cases) users.push((await arrangeUser(it.front, it.home)).id);
  const rows = cases.map(([planned], i) => planned(i + 2, users[i] as PersonId)); // as many as cases
  const { job, items } = await doneAfter(it, rows, async () => {
    for (const [i, [, meanwhile]] of cases.entries()) await meanwhile(users[i] as PersonId);
  });
  expect(items.map(({ outcome, reason }) => [outcome, reason])).toEqual(
    cases.map(([, , outcome, reason]) => [outcome, reason]),
  );
  expect(job).toMatchObject({ state: 'done', progress: { done: 2, failed: 4, skipped: 1, total: 7 } });
  expect((await userOf(it, users[1] as PersonId)).role).toBe('admin');
  expect((await userOf(it, users[2] as PersonId)).lastName).toBe('Elsewhere');
  expect(await userOf(it, users[5] as PersonId)).toMatchObject({ role: 'manager', mfa: { required: true } });
});

test('an address that is somebody’s by now: members are left, others come in, as who they are where they are known', async () => {
  const it = await stage();
  const elsewhere = await arrangeOrganization(it.front);
  const [member, archived, known] = ['member', 'archived', 'known'].map(name => freshEmail(name));
  const rows = [member, archived, known, freshEmail()].map((email = '', i) =>
    creating(i + 2, { email: Email.parse(email) }),
  );
  const { org, owner } = it.home;
  let guest: PersonId | undefined;
  const { items } = await doneAfter(it, rows, async () => {
    await arrangeUser(it.front, it.home, 'user', { email: member });
    const { id: user } = await arrangeUser(it.front, it.home, 'user', { email: archived });
    await ask(it.front, 'archive-user', { org, user }, owner);
    guest = (await arrangeUser(it.front, elsewhere, 'user', { email: known })).id;
  });
  expect(items.map(({ outcome, user }) => [outcome, user])).toEqual([
    ['failed', rows[0]?.user],
    ['done', rows[1]?.user],
    ['done', guest],
    ['done', rows[3]?.user],
  ]);
  expect(items[0]?.reason).toBe(
    'Somebody with this address has come into the organization since the file was checked.',
  );
});

test('usernames, groups and custom roles that are taken or gone by now', async () => {
  const it = await stage();
  const [group, kept] = [await arrangeGroup(it.front, it.home), await arrangeGroup(it.front, it.home)];
  const role = await arrangeRole(it.front, it.home);
  const rows = [
    creating(2, { username: 'ada' }),
    creating(3, { groups: [group.id] }),
    creating(4, { groups: [kept.id], customRoles: [role.id], username: 'grace' }),
    creating(5, { groups: [kept.id] }),
  ];
  const { org, owner } = it.home;
  const { items } = await doneAfter(it, rows, async () => {
    await arrangeUser(it.front, it.home, 'user', { username: 'ada' });
    const headers = { 'if-match': '"1"' };
    await ask(it.front, 'delete-group', { org, group: group.id }, owner, { headers });
  });
  expect(items.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done', 'done']);
  expect(items[0]?.reason).toContain('uses it already');
  expect(items[1]?.reason).toContain('not there');
  expect((await ask(it.front, 'get-group', { org, group: kept.id }, owner)).body.members).toBe(2);
});

test('a username that one row gives up and another takes is never written twice in one step', async () => {
  const it = await stage();
  const { id } = await arrangeUser(it.front, it.home, 'user', { username: 'ada' });
  const giving = editing(2, id, {
    wish: { username: 'grace' },
    expected: [{ field: 'username', before: 'ada', after: 'grace' }],
  });
  const { items } = await doneAfter(it, [giving, creating(3, { username: 'ada' })], async () => undefined);
  expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'failed']);
});

test('seats and invitations of the hour are given out to the last, and no further', async () => {
  const it = await stage({ plan: 'starter', seats: 41 });
  const rows = trials(100).map(number => creating(number + 1, { sendInvitation: true }));
  const seated = await doneAfter(it, rows, async () => undefined);
  expect(seated.job.progress).toEqual({ done: 40, failed: 60, skipped: 0, total: 100 });
  expect(seated.items.at(-1)?.reason).toContain('41 seats');
  const roomy = await stage({ plan: 'starter', seats: 500 });
  const hourly = await doneAfter(roomy, rows, async () => undefined);
  expect(hourly.job.progress).toEqual({ done: 49, failed: 51, skipped: 0, total: 100 });
  expect(hourly.items.at(-1)?.reason).toContain('50 invitations an hour');
});

test('whoever takes the last seats just then is met, and the rest is told', async () => {
  const it = await stage({ seats: 12 });
  const rows = trials(8).map(number => creating(number + 1, { sendInvitation: true }));
  const others = async () => {
    for (const _ of trials(6)) await arrangeUser(it.front, it.home);
  };
  const { job, items } = await doneWhile(it, rows, beforeCommit(1, others));
  expect(job.progress).toMatchObject({ done: 5, failed: 3 });
  expect(items.slice(5).every(({ reason }) => reason?.includes('12 seats'))).toBe(true);
  expect(breaches(it.front.world)).toEqual([]);
});

test('whoever committed it and loses their role in the middle: the rest fails, at once', async () => {
  const it = await stage();
  const admin = await arrangeUser(it.front, it.home, 'admin');
  const rows = trials(700).map(number => creating(number + 1));
  const out = () => edit(it, admin.id, { role: 'user' });
  const as = { ...it.home, owner: admin };
  const { job, items } = await doneWhile(it, rows, beforeCommit(3, out), as);
  expect(job.progress.done).toBeLessThanOrEqual(4 * 24);
  expect(job.progress.done + job.progress.failed).toBe(700);
  expect(items.at(-1)?.reason).toBe(starterGone);
  expect(job.slices).toBeLessThan(8);
  expect(breaches(it.front.world)).toEqual([]);
});

test('in an organization that is suspended in the middle nobody comes in any more', async () => {
  const it = await stage();
  const operator = await arrangeOperator(it.front);
  const closing = () => ask(it.front, 'suspend-organization', { org: it.home.org }, operator);
  const rows = trials(200).map(number => creating(number + 1));
  const { job } = await doneWhile(it, rows, beforeCommit(2, closing));
  // The batch under way, and at most the one that was being decided.
  expect(job.progress.done).toBeLessThanOrEqual(3 * 24);
  expect(job.progress.done + job.progress.failed).toBe(200);
});

test('after a week the plan is not kept any more: what is left of it has failed', async () => {
  const it = await stage();
  const planned = await arrangePlan(
    it.front,
    it.home,
    trials(100).map(number => creating(number + 1)),
  );
  const { id, queued } = await commit(it, planned);
  const { org, owner } = it.home;
  const pause = () => ask(it.front, 'pause-job', { org, job: id }, owner);
  await runJob(queued, around(it.front.world, beforeCommit(3, pause)));
  it.front.world.clock.advance(8 * 24 * 60 * 60);
  await ask(it.front, 'resume-job', { org, job: id }, owner);
  await it.front.settle();
  expect(await jobOf(it, id)).toMatchObject({
    state: 'done',
    progress: { done: 48, failed: 52, skipped: 0, total: 100 },
  });
});

test('a row whose user cannot be read fails alone, and nobody is named where that is recorded', async () => {
  const it = await stage();
  const users: PersonId[] = [];
  for (const _ of trials(5)) users.push((await arrangeUser(it.front, it.home)).id);
  const rows = users.map((user, i) => promoting(i + 2, user));
  const broken: Around = async (call, run) => {
    const found = await run();
    const isRead =
      call === 'directory.get' && JSON.stringify(found).includes(`"id":"${users[2]}","firstName"`);
    if (isRead) throw new TypeError('Not what it should be');
    return found;
  };
  const { job, items } = await doneWhile(it, rows, broken);
  expect(job.progress).toEqual({ done: 4, failed: 1, skipped: 0, total: 5 });
  expect(items[2]?.reason).toContain('went wrong');
});

test('somebody whom others change all the time is given up on; all others are done', async () => {
  const it = await stage();
  const users: PersonId[] = [];
  for (const _ of trials(5)) users.push((await arrangeUser(it.front, it.home)).id);
  const { directory } = it.front.world;
  const commitBut: typeof directory.commit = async given => {
    const isBusy = given.changes.some(
      change => change.do === 'update' && 'id' in change.after && change.after.id === users[2],
    );
    return isBusy ? { ok: false, conflict: { on: 'contention' } } : directory.commit(given);
  };
  const { id, queued } = await commit(
    it,
    await arrangePlan(
      it.front,
      it.home,
      users.map((user, i) => promoting(i + 2, user)),
    ),
  );
  await runJob(queued, { ...it.front.world, directory: { ...directory, commit: commitBut } });
  expect((await jobOf(it, id)).progress).toEqual({ done: 4, failed: 1, skipped: 0, total: 5 });
});
