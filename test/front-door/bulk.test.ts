/** One thing is done to many users: to everybody who is meant once, as the route for one does it. */
import { beforeAll, expect, test } from 'vitest';
import type { BulkDeed, BulkSelection } from '../../shared/contract/bulk.ts';
import type { JobItemView } from '../../shared/contract/jobs.ts';
import { type Arranged, arrangeOrganization, arrangePending, arrangeUser } from '../harness/arrange.ts';
import {
  arrangeGroup,
  arrangeLimited,
  arrangeProject,
  arrangeRole,
  freshTitle,
} from '../harness/arrange-groups.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
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
  const selection = { filter: { status: ['invited', 'active'] } };
  const job = await done({ deed: { action: 'send-invitation' }, selection }, there.owner, there);
  expect(job.progress).toEqual({ done: 2, failed: 0, skipped: 1, total: 3 });
  for (const { email } of invited) expect(await front.mailsTo(email)).toHaveLength(1);
});
