/** What was planned of a file is done once, by a job; what did not get in comes back, to be mended and uploaded again. */
import { beforeAll, expect, test } from 'vitest';
import { encoded } from '../../shared/adapters/exports/exports.ts';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import type { ImportView } from '../../shared/contract/imports.ts';
import type { JobItemView, JobView } from '../../shared/contract/jobs.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { freshTitle } from '../harness/arrange-groups.ts';
import { atOnce } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, tokenIn } from '../harness/front.ts';
import { often, openFront } from '../harness/here.ts';
import { readRows } from '../harness/read-export.ts';
import { csv, planned, uploaded } from '../harness/upload-imports.ts';

let front: Front;

beforeAll(async () => {
  front = await openFront();
});

const headings = ['First name', 'Last name', 'Email', 'Role', 'Permissions'];
const newcomer = (email = freshEmail('row'), role = 'user') => ['Nora', 'Newcomer', email, role, 'all'];

const commit = ({ org, owner }: Arranged, { id }: ImportView, headers = {}) =>
  ask(front, 'commit-import', { org, import: id }, owner, { headers });
const importOf = async ({ org, owner }: Arranged, { id }: ImportView) =>
  (await ask(front, 'get-import', { org, import: id }, owner)).body;

/** Done from its beginning to its end. */
async function done(home: Arranged, it: ImportView): Promise<JobView> {
  const { status, body } = await commit(home, it);
  expect(status, JSON.stringify(body)).toBe(202);
  expect(body.state).toBe('committed');
  await front.settle();
  return (await ask(front, 'get-job', { org: home.org, job: body.job }, home.owner)).body;
}

async function itemsOf({ org, owner }: Arranged, job: string): Promise<JobItemView[]> {
  return (await ask(front, 'list-job-items', { org, job, limit: 200 }, owner)).body.items;
}

async function fileOf(format: ExportFormat, rows: readonly string[][]): Promise<Uint8Array> {
  const pages = (async function* () {
    yield [headings, ...rows];
  })();
  const chunks: Uint8Array[] = [];
  for await (const chunk of encoded(format, pages)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The rows that did not get in, as the file that comes back has them, its headings first. */
async function leftOf(home: Arranged, it: ImportView, format: ExportFormat = 'csv'): Promise<string[][]> {
  const { failed } = await importOf(home, it);
  return failed ? readRows(format, (await front.download(failed.url)).bytes) : [];
}

test.each(['csv', 'xlsx'] as const)(
  'a file is done as it was planned, and what did not get in comes back to be mended (%s)',
  async format => {
    const home = await arrangeOrganization(front);
    const { id: user, email } = await arrangeUser(front, home);
    const [fresh, joining, wrong] = [newcomer(), newcomer(), newcomer(freshEmail(), 'boss')];
    const renamed = ['Ada', 'Lovelace', email, '', ''];
    const it = await planned(front, home, await fileOf(format, [fresh, joining, wrong, renamed]));
    expect(it.counts).toEqual({ create: 2, update: 1, unchanged: 0, error: 1 });
    await arrangeInvitee(front, home, { email: joining[2] });
    const job = await done(home, it);
    expect(job).toMatchObject({
      ...{ kind: 'import', state: 'done', import: it.id, startedBy: home.owner.id },
      progress: { done: 2, failed: 1, skipped: 0, total: 3 },
    });
    const items = await itemsOf(home, job.id);
    expect(items.map(({ row, outcome, name }) => [row, outcome, name])).toEqual([
      [2, 'done', 'Nora Newcomer'],
      [3, 'failed', undefined],
      [5, 'done', 'Ada Lovelace'],
    ]);
    expect(items[2]?.user).toBe(user);
    expect(await importOf(home, it)).toMatchObject({ state: 'committed', job: job.id });
    const [top, ...left] = await leftOf(home, it, format);
    expect(top).toEqual([...headings, 'Outcome', 'Reason', 'Remedy']);
    expect(left.map(row => row.slice(0, 6))).toEqual([
      [...joining, 'failed'],
      [...wrong, 'error'],
    ]);
    const mended = left.map(row => row.with(2, freshEmail()).with(3, 'user').slice(0, 5));
    const again = await planned(front, home, await fileOf(format, mended));
    expect(again.counts).toMatchObject({ create: 2, error: 0 });
    expect((await done(home, again)).progress).toMatchObject({ done: 2, failed: 0 });
    expect((await importOf(home, again)).failed).toBeUndefined();
  },
);

test('the file that comes back can be uploaded as it is, once its cells are mended', async () => {
  const home = await arrangeOrganization(front);
  const it = await planned(front, home, csv(headings, newcomer(), newcomer(freshEmail(), 'boss')));
  await done(home, it);
  const [top = [], ...left] = await leftOf(home, it);
  const mended = csv(top, ...left.map(row => row.with(3, 'manager')));
  const again = await planned(front, home, mended);
  expect(again).toMatchObject({ state: 'checked', counts: { create: 1, error: 0 } });
});

test('whoever comes in is mailed an invitation, or comes in silently', async () => {
  const home = await arrangeOrganization(front);
  const [mailed, silent] = [freshEmail(), freshEmail()];
  await done(home, await planned(front, home, csv(headings, newcomer(mailed)), { sendInvitations: true }));
  await done(home, await planned(front, home, csv(headings, newcomer(silent)), { sendInvitations: false }));
  const { body } = await ask(front, 'lookup-invitation', {
    token: tokenIn((await front.mailsTo(mailed)).at(-1)),
  });
  expect(body.state).toBe('pending');
  expect(await front.mailsTo(silent)).toEqual([]);
  const { body: users } = await ask(front, 'count-users', { org: home.org }, home.owner);
  expect(users).toMatchObject({ invited: 2, active: 1 });
});

test('many are done: nobody is missed, nobody twice, and each is told of once', async () => {
  const rows = Array.from({ length: often(2000) }, () => newcomer());
  const home = await arrangeOrganization(front, { seats: 5000 });
  const it = await planned(front, home, csv(headings, ...rows), { sendInvitations: false });
  const job = await done(home, it);
  expect(job.progress).toEqual({ done: rows.length, failed: 0, skipped: 0, total: rows.length });
  const { body } = await ask(front, 'count-users', { org: home.org }, home.owner);
  expect(body.invited).toBe(rows.length);
  const trail = await front.trail(home.org);
  const created = trail.filter(({ action }) => action === 'user.created');
  expect(new Set(created.map(({ target }) => target.id)).size).toBe(rows.length);
  expect(created).toHaveLength(rows.length);
  expect(created.every(({ actor }) => actor.id === home.owner.id)).toBe(true);
});

test('committed twice, in two tabs or under one key, it is done once', async () => {
  const home = await arrangeOrganization(front);
  const tabs = await planned(front, home, csv(headings, newcomer()));
  const answers = await atOnce(3, () => commit(home, tabs));
  expect(answers.map(outcomeOf).sort()).toEqual(['202', 'wrong-status', 'wrong-status']);
  const keyed = await planned(front, home, csv(headings, newcomer()));
  const headers = { 'idempotency-key': freshTitle('key') };
  const same = await atOnce(3, () => commit(home, keyed, headers));
  expect(new Set(same.map(({ body }) => body.job)).size).toBe(1);
  await front.settle();
  const { body } = await ask(front, 'list-jobs', { org: home.org }, home.owner);
  expect(body.items.map(({ progress }) => progress.done)).toEqual([1, 1]);
  const told = (await front.trail(home.org)).filter(({ action }) => action === 'import.committed');
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toMatch(/Nora|Newcomer|@|users\.csv/);
});

test('what was not checked, was called off, or comes to nothing is not done', async () => {
  const home = await arrangeOrganization(front);
  const { org, owner } = home;
  const tried = async ({ id }: Pick<ImportView, 'id'>) =>
    outcomeOf(await refused(front, 'commit-import', { org, import: id }, owner));
  expect(await tried(await uploaded(front, home, csv(headings, newcomer())))).toBe('wrong-status');
  const off = await planned(front, home, csv(headings, newcomer()));
  await ask(front, 'cancel-import', { org, import: off.id }, owner);
  expect(await tried(off)).toBe('wrong-status');
  expect(await tried(await planned(front, home, csv(headings, newcomer('', 'boss'))))).toBe('wrong-status');
  const elsewhere = await arrangeOrganization(front);
  expect(await tried(await planned(front, elsewhere, csv(headings, newcomer())))).toBe('not-found');
  const { body } = await ask(front, 'list-jobs', { org }, owner);
  expect(body.items).toEqual([]);
});

test('called off while it rests: the rows that were not reached come back, and it is not tried again as a whole', async () => {
  const home = await arrangeOrganization(front, { seats: 500 });
  const { org, owner } = home;
  const rows = Array.from({ length: 120 }, () => newcomer());
  const it = await planned(front, home, csv(headings, ...rows), { sendInvitations: false });
  const { body } = await commit(home, it);
  const about = { org, job: body.job };
  const paused = await ask(front, 'pause-job', about, owner);
  expect(paused.body).toMatchObject({ kind: 'import', state: 'paused' });
  await front.settle();
  const { progress } = (await ask(front, 'cancel-job', about, owner)).body;
  await front.settle();
  const [, ...left] = await leftOf(home, it);
  expect(left).toHaveLength(rows.length - progress.done);
  expect(left.at(-1)).toEqual([
    ...(rows.at(-1) ?? []),
    ...['not done', 'The import was called off before this row.', ''],
  ]);
  const retry = await refused(front, 'retry-job', about, owner);
  expect(outcomeOf(retry)).toBe('wrong-status');
  expect(retry.body.detail).toContain('Download the rows');
});
