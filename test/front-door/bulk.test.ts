/** One thing is done to many users: to everybody who is meant once, as the route for one does it. */
import { beforeAll, expect, test } from 'vitest';
import type { BulkDeed } from '../../shared/contract/bulk.ts';
import type { JobItemView } from '../../shared/contract/jobs.ts';
import { type Arranged, arrangeOrganization, arrangePending, arrangeUser } from '../harness/arrange.ts';
import { arrangeCrowd } from '../harness/arrange-crowd.ts';
import {
  arrangeGroup,
  arrangeLimited,
  arrangeProject,
  arrangeRole,
  freshTitle,
} from '../harness/arrange-groups.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangeLookedAfter, arrangePartner, lookAfter } from '../harness/arrange-partner.ts';
import { atOnce } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { often, openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
});

type Wish = { deed: object; selection: object };
const start = ({ deed, selection }: Wish, as: Partial<Session> = home.owner, { org } = home) =>
  ask(front, 'start-bulk', { org, deed, selection }, as);
const preview = ({ deed, selection }: Wish, as: Partial<Session> = home.owner, { org } = home) =>
  ask(front, 'preview-bulk', { org, deed, selection }, as);
const jobOf = async (job: string, { org, owner } = home) =>
  (await ask(front, 'get-job', { org, job }, owner)).body;
const userOf = async (user: string, { org, owner } = home) =>
  (await ask(front, 'get-user', { org, user }, owner)).body;

async function itemsOf(job: string, { org, owner } = home): Promise<JobItemView[]> {
  return (await ask(front, 'list-job-items', { org, job, limit: 200 }, owner)).body.items;
}

/** The job, once it is over. */
async function done(wish: Wish, as?: Partial<Session>, at = home) {
  const { status, body } = await start(wish, as, at);
  expect(status, JSON.stringify(body)).toBe(202);
  await front.settle();
  return jobOf(body.id, at);
}

test('each action is done to those who are named, and told of once for each', async () => {
  const group = await arrangeGroup(front, home);
  const project = await arrangeProject(front, home);
  const deeds: [BulkDeed, string, string][] = [
    [{ action: 'set-role', role: 'manager' }, 'user.edited', 'manager'],
    [{ action: 'set-role', role: 'user' }, 'user.edited', 'user'],
    [{ action: 'require-mfa', required: true }, 'user.edited', 'true'],
    [{ action: 'add-to-group', group: group.id }, 'group.member-added', group.id],
    [{ action: 'add-to-project', project: project.id }, 'project.member-added', project.id],
    [{ action: 'remove-from-project', project: project.id }, 'project.member-removed', '"projects":[]'],
    [{ action: 'remove-from-group', group: group.id }, 'group.member-removed', '"groups":[]'],
    [{ action: 'reset-password' }, 'password.reset-requested', 'active'],
    [{ action: 'deactivate' }, 'user.deactivated', 'inactive'],
    [{ action: 'reactivate' }, 'user.reactivated', 'active'],
    [{ action: 'archive' }, 'user.archived', 'archived'],
    [{ action: 'restore' }, 'user.restored', 'inactive'],
  ];
  const users = [await arrangeUser(front, home), await arrangeUser(front, home)].map(({ id }) => id);
  for (const [deed, action, shows] of deeds) {
    const before = await told(action, users);
    const wish = { deed, selection: { users } };
    expect((await preview(wish)).body, deed.action).toEqual({
      total: 2,
      isMore: false,
      ready: 2,
      skipped: [],
    });
    const job = await done(wish);
    expect(job, deed.action).toMatchObject({ kind: 'bulk', state: 'done', deed, startedBy: home.owner.id });
    expect(job.progress, deed.action).toEqual({ done: 2, failed: 0, skipped: 0, total: 2 });
    expect(await told(action, users), deed.action).toBe(before + 2);
    for (const user of users) expect(JSON.stringify(await userOf(user)), deed.action).toContain(shows);
  }
  const wish = { deed: { action: 'delete' }, selection: { users } };
  expect((await done(wish)).progress).toMatchObject({ done: 2 });
  expect(await told('user.deleted', users)).toBe(2);
  expect((await done(wish)).progress).toMatchObject({ skipped: 2 });
}, 120_000);

/** How often it stands in the trail about these users. */
async function told(action: string, users: readonly string[]): Promise<number> {
  const trail = await front.trail(home.org);
  const isAbout = (event: (typeof trail)[number]) =>
    users.some(user => JSON.stringify([event.target.id, event.changes]).includes(user));
  return trail.filter(event => event.action === action && isAbout(event)).length;
}

test('invitations are sent again to those who have not accepted', async () => {
  const there = await arrangeOrganization(front);
  const invited = [await arrangePending(front, there), await arrangePending(front, there)];
  await front.settle();
  const selection = { filter: { status: ['invited', 'active'] } };
  const job = await done({ deed: { action: 'send-invitation' }, selection }, there.owner, there);
  expect(job.progress).toEqual({ done: 2, failed: 0, skipped: 1, total: 3 });
  for (const { email } of invited) expect(await front.mailsTo(email)).toHaveLength(1);
});

test('2,000 who match a filter are deactivated: nobody is missed, nobody twice, and each is told of once', async () => {
  const there = await arrangeOrganization(front, { seats: 2100 });
  const ids = await arrangeCrowd(front, there, often(2000));
  await front.settle();
  const wish = { deed: { action: 'deactivate' }, selection: { filter: { status: ['invited'] } } };
  const seen = (await preview(wish, there.owner, there)).body;
  expect(seen).toEqual({ total: ids.length, isMore: false, ready: ids.length, skipped: [] });
  const job = await done(wish, there.owner, there);
  expect(job.state).toBe('done');
  expect(job.progress).toEqual({ done: ids.length, failed: 0, skipped: 0, total: ids.length });
  const trail = await front.trail(there.org);
  const told = trail.filter(({ action }) => action === 'user.deactivated');
  expect(told.map(({ target }) => target.id).sort()).toEqual([...ids].sort());
  expect(told.every(({ actor }) => actor.kind === 'member' && actor.id === there.owner.id)).toBe(true);
  const counts = (await ask(front, 'count-users', { org: there.org }, there.owner)).body;
  expect(counts).toMatchObject({ invited: 0, inactive: ids.length, active: 1 });
  expect(JSON.stringify(await front.stored())).not.toContain('"gathering"');
}, 240_000);

test('whoever it cannot be done to is skipped, for the reason that the preview gave', async () => {
  const elsewhere = await arrangeOrganization(front);
  const manager = await arrangeUser(front, home, 'manager');
  const admin = await arrangeUser(front, home, 'admin');
  const [fresh, inactive] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  await ask(front, 'deactivate-user', { org: home.org, user: inactive.id }, home.owner);
  const missing = front.world.ids.make('usr');
  const users = [manager.id, admin.id, fresh.id, inactive.id, elsewhere.owner.id, missing, fresh.id];
  const wish = { deed: { action: 'deactivate' }, selection: { users } };
  const seen = (await preview(wish, manager)).body;
  expect(seen).toMatchObject({ total: 6, isMore: false, ready: 1 });
  const job = await done(wish, manager);
  expect(job.progress).toEqual({ done: 1, failed: 0, skipped: 5, total: 6 });
  const items = await itemsOf(job.id);
  const reasons = ['themselves', 'role yours may manage', '', 'status', 'no such user', 'no such user'];
  expect(items.map(({ user }) => user)).toEqual(users.slice(0, 6));
  for (const [i, reason] of reasons.entries()) expect(items[i]?.reason ?? '').toContain(reason);
  for (const { reason, count } of seen.skipped)
    expect(items.filter(item => item.reason === reason)).toHaveLength(count);
  expect(items.map(({ name }) => name !== undefined)).toEqual([true, true, true, true, false, false]);
});

test('what a job has done is taken back from those for whom it was done', async () => {
  const [one, two] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  await ask(front, 'deactivate-user', { org: home.org, user: two.id }, home.owner);
  const users = [one.id, two.id];
  const first = await done({ deed: { action: 'deactivate' }, selection: { users } });
  expect(first.progress).toMatchObject({ done: 1, skipped: 1 });
  const wish = { deed: { action: 'reactivate' }, selection: { doneBy: first.id } };
  expect((await preview(wish)).body).toMatchObject({ total: 1, ready: 1 });
  const undone = await done(wish);
  expect(undone.progress).toEqual({ done: 1, failed: 0, skipped: 0, total: 1 });
  expect((await userOf(one.id)).status).toBe('active');
  expect((await userOf(two.id)).status).toBe('inactive');
});

test('whoever looks after an organization does it as who they are, and no more once they do not', async () => {
  const partner = await arrangePartner(front);
  const there = await arrangeLookedAfter(front, partner);
  const staff = await arrangeUser(front, partner, 'manager');
  const operator = await arrangeOperator(front);
  const users = await arrangeCrowd(front, there, 2);
  for (const [required, as, kind] of [
    [true, staff, 'partner'],
    [false, operator, 'operator'],
  ] as const) {
    const wish = { deed: { action: 'require-mfa', required }, selection: { users } };
    expect((await done(wish, as, there)).progress).toMatchObject({ done: 2, total: 2 });
    const edited = (await front.trail(there.org)).filter(({ action }) => action === 'user.edited');
    expect(edited.slice(-2).map(({ actor }) => actor)).toEqual([1, 2].map(() => ({ kind, id: as.id })));
  }
  await lookAfter(front, there.org, undefined);
  const input = { org: there.org, deed: { action: 'deactivate' }, selection: { users } };
  expect(outcomeOf(await refused(front, 'start-bulk', input, staff))).toBe('not-found');
});

test('what could be done to nobody is not queued', async () => {
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const high = await arrangeRole(front, home, ['crm.contacts.delete']);
  const mighty = await arrangeGroup(front, home, { customRoles: [high.id] });
  const there = await arrangeOrganization(front);
  const foreign = await arrangeGroup(front, there);
  const { id } = await arrangeUser(front, home);
  const users = { users: [id] };
  const job = await done({ deed: { action: 'require-mfa', required: true }, selection: users });
  const refusals: [object, object, Session, string][] = [
    [{ action: 'add-to-group', group: mighty.id }, users, limited, 'beyond-own-access'],
    [{ action: 'set-role', role: 'admin' }, users, limited, 'role-too-high'],
    [{ action: 'add-to-group', group: foreign.id }, users, home.owner, 'not-found'],
    [{ action: 'add-to-project', project: front.world.ids.make('prj') }, users, home.owner, 'not-found'],
    [{ action: 'deactivate' }, { doneBy: front.world.ids.make('job') }, home.owner, 'not-found'],
    [{ action: 'deactivate' }, { users: [] }, home.owner, 'validation-failed'],
    [{ action: 'deactivate' }, {}, home.owner, 'validation-failed'],
    [{ action: 'promote' }, users, home.owner, 'validation-failed'],
  ];
  for (const route of ['start-bulk', 'preview-bulk'] as const)
    for (const [deed, selection, as, outcome] of refusals) {
      const answer = await refused(front, route, { org: home.org, deed, selection }, as);
      expect(outcomeOf(answer), JSON.stringify(deed)).toBe(outcome);
    }
  const abroad = { org: there.org, deed: { action: 'deactivate' }, selection: { doneBy: job.id } };
  expect(outcomeOf(await refused(front, 'start-bulk', abroad, there.owner))).toBe('not-found');
  const [newest] = (await ask(front, 'list-jobs', { org: home.org, limit: 1 }, home.owner)).body.items;
  expect(newest?.id).toBe(job.id);
});

test('the same key queues one job', async () => {
  const users = await arrangeCrowd(front, home, 3);
  const input = { org: home.org, deed: { action: 'require-mfa', required: true }, selection: { users } };
  const headers = { 'idempotency-key': freshTitle('key') };
  const answers = await atOnce(3, () => ask(front, 'start-bulk', input, home.owner, { headers }));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  await front.settle();
  expect(await told('user.edited', users)).toBe(3);
});

test('two jobs do the same to the same users at once: to each it is done once', async () => {
  const users = await arrangeCrowd(front, home, 25);
  const wish = { deed: { action: 'require-mfa', required: true }, selection: { users } };
  const started = await atOnce(2, () => start(wish));
  await front.settle();
  const jobs = await Promise.all(started.map(({ body }) => jobOf(body.id)));
  expect(jobs.map(({ progress }) => progress.done + progress.skipped)).toEqual([25, 25]);
  expect(jobs.map(({ progress }) => progress.done).reduce((one, other) => one + other)).toBe(25);
  expect(await told('user.edited', users)).toBe(25);
});

test('a job that is called off stops; what was done stays, and what is over cannot be called off', async () => {
  const users = await arrangeCrowd(front, home, 60);
  const wish = { deed: { action: 'deactivate' }, selection: { users } };
  const { body } = await start(wish);
  const input = { org: home.org, job: body.id };
  const cancelled = await ask(front, 'cancel-job', input, home.owner);
  expect(cancelled.body).toMatchObject({ id: body.id, state: 'cancelled' });
  await front.settle();
  const job = await jobOf(body.id);
  expect(job).toEqual(cancelled.body);
  expect(await told('user.deactivated', users)).toBe(job.progress.done);
  expect((await itemsOf(job.id)).filter(({ outcome }) => outcome === 'waiting').length).toBe(
    60 - job.progress.done,
  );
  expect(outcomeOf(await refused(front, 'cancel-job', input, home.owner))).toBe('wrong-status');
  const trail = await front.trail(home.org);
  expect(trail.filter(it => it.target.id === job.id).map(({ action }) => action)).toContain('job.cancelled');
});

test('a job that is paused rests until it goes on or is called off, and everybody is done once', async () => {
  const group = await arrangeGroup(front, home);
  const users = await arrangeCrowd(front, home, 30);
  const { org, owner } = home;
  const begin = [
    () => start({ deed: { action: 'require-mfa', required: true }, selection: { users } }),
    () => ask(front, 'change-group-members', { org, group: group.id, add: users }, owner),
  ];
  for (const queue of begin) {
    const { id } = (await queue()).body;
    const input = { org: home.org, job: id };
    expect(outcomeOf(await refused(front, 'resume-job', input, home.owner))).toBe('wrong-status');
    const paused = await ask(front, 'pause-job', input, home.owner);
    expect(paused.body).toMatchObject({ id, state: 'paused' });
    expect(outcomeOf(await refused(front, 'pause-job', input, home.owner))).toBe('wrong-status');
    await front.settle();
    expect(await jobOf(id)).toEqual(paused.body);
    expect((await ask(front, 'resume-job', input, home.owner)).body.state).toBe('queued');
    await front.settle();
    expect(await jobOf(id)).toMatchObject({ state: 'done', progress: { done: 30, total: 30 } });
    expect(outcomeOf(await refused(front, 'pause-job', input, home.owner))).toBe('wrong-status');
    const told = (await front.trail(home.org)).filter(({ target }) => target.id === id);
    expect(told.map(({ action }) => action)).toEqual(expect.arrayContaining(['job.paused', 'job.resumed']));
  }
  expect(await told('user.edited', users)).toBe(30);
  expect(await told('group.member-added', users)).toBe(30);
});

test('a job that is paused can be called off; one that takes away what was deleted cannot be paused', async () => {
  const users = await arrangeCrowd(front, home, 3);
  const { body } = await start({ deed: { action: 'deactivate' }, selection: { users } });
  const input = { org: home.org, job: body.id };
  await ask(front, 'pause-job', input, home.owner);
  expect((await ask(front, 'cancel-job', input, home.owner)).body.state).toBe('cancelled');
  expect(outcomeOf(await refused(front, 'resume-job', input, home.owner))).toBe('wrong-status');
  const group = await arrangeGroup(front, home);
  const headers = { 'if-match': '"1"' };
  await ask(front, 'delete-group', { org: home.org, group: group.id }, home.owner, { headers });
  const [newest] = (await ask(front, 'list-jobs', { org: home.org, limit: 1 }, home.owner)).body.items;
  expect(newest?.kind).toBe('unassign');
  const unassigning = { org: home.org, job: newest?.id };
  expect(outcomeOf(await refused(front, 'pause-job', unassigning, home.owner))).toBe('wrong-status');
});

test('those for whom a job has failed are tried again, by a job of its own', async () => {
  const there = await arrangeOrganization(front, { seats: 4 });
  const users = [await arrangeUser(front, there), await arrangeUser(front, there)].map(({ id }) => id);
  await done({ deed: { action: 'deactivate' }, selection: { users } }, there.owner, there);
  const others = await arrangeCrowd(front, there, 2);
  const failing = await done({ deed: { action: 'reactivate' }, selection: { users } }, there.owner, there);
  expect(failing).toMatchObject({ state: 'done', progress: { done: 1, failed: 1, skipped: 0, total: 2 } });
  const [, failed] = await itemsOf(failing.id, there);
  expect(failed?.reason).toContain('4 seats');
  await done({ deed: { action: 'deactivate' }, selection: { users: others } }, there.owner, there);
  const input = { org: there.org, job: failing.id };
  const retry = await ask(front, 'retry-job', input, there.owner);
  expect(retry.status).toBe(202);
  expect(retry.body).toMatchObject({ retryOf: failing.id, deed: { action: 'reactivate' }, state: 'queued' });
  await front.settle();
  expect((await jobOf(retry.body.id, there)).progress).toEqual({ done: 1, failed: 0, skipped: 0, total: 1 });
  const again = { org: there.org, job: retry.body.id };
  expect(outcomeOf(await refused(front, 'retry-job', again, there.owner))).toBe('wrong-status');
});

test('members who could not be added are tried again, too', async () => {
  const group = await arrangeGroup(front, home);
  const manager = await arrangeUser(front, home, 'manager');
  const { id: user } = await arrangeUser(front, home);
  const input = { org: home.org, group: group.id, add: [manager.id, user] };
  const { body } = await ask(front, 'change-group-members', input, manager);
  await front.settle();
  expect((await jobOf(body.id)).progress).toMatchObject({ done: 1, failed: 1 });
  const retry = await ask(front, 'retry-job', { org: home.org, job: body.id }, home.owner);
  await front.settle();
  expect(await jobOf(retry.body.id)).toMatchObject({
    ...{ kind: 'change-group-members', about: { id: group.id }, retryOf: body.id },
    progress: { done: 1, failed: 0, skipped: 0, total: 1 },
  });
  expect((await userOf(manager.id)).groups.map(({ id }) => id)).toEqual([group.id]);
});

test('nobody is kept by name with a job', async () => {
  const { about, email } = await arrangePending(front, home, { lastName: 'Unmistakable' });
  const wish = {
    deed: { action: 'require-mfa', required: true },
    selection: { filter: { q: 'unmistakable', status: ['invited'] } },
  };
  await front.settle();
  const job = await done(wish);
  expect(job.progress).toMatchObject({ done: 1, total: 1 });
  expect((await itemsOf(job.id)).map(({ user, name }) => [user, name])).toEqual([
    [about.user, 'Ivy Unmistakable'],
  ]);
  const kept = (await front.stored()).filter(each => /"type":"job/.test(JSON.stringify(each)));
  expect(JSON.stringify(kept).toLowerCase()).not.toContain('unmistakable');
  expect(JSON.stringify(kept)).not.toContain(email);
});
