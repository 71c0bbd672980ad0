/** Users out of a file: what is uploaded is planned row by row, and nothing is done. */
import { beforeAll, expect, test } from 'vitest';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import type { ImportView } from '../../shared/contract/imports.ts';
import { userHeadings } from '../../shared/contract/user-columns.ts';
import { UserStatus } from '../../shared/contract/users.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { arrangeGroup, arrangeProject, arrangeRole, join } from '../harness/arrange-groups.ts';
import { aUser, store } from '../harness/entities.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { png } from '../harness/picture-files.ts';
import { readRecords } from '../harness/read-export.ts';
import { checked, csv, planned, rowsOf, uploaded } from '../harness/upload-imports.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const formats: ExportFormat[] = ['csv', 'xlsx'];
const headings = ['First name', 'Last name', 'Email', 'Role', 'Permissions'];
const somebody = (email = freshEmail('row'), role = 'user') => ['Nora', 'New', email, role, 'all'];

async function exportOf(of: Arranged, format: ExportFormat): Promise<Uint8Array> {
  const { body } = await ask(
    front,
    'start-export',
    { org: of.org, format, filter: { status: UserStatus.options } },
    of.owner,
  );
  await front.settle();
  const answer = await ask(front, 'get-export', { org: of.org, export: body.id }, of.owner);
  return (await front.download(answer.body.download?.url ?? '')).bytes;
}

/** Everybody whom an export could have in it. */
async function arrangeEverybody(): Promise<Arranged> {
  const of = await arrangeOrganization(front, { name: 'Everybody' });
  const role = await arrangeRole(front, of);
  const project = await arrangeProject(front, of);
  const twins = [
    await arrangeGroup(front, of, { name: 'Twins' }),
    await arrangeGroup(front, of, { name: 'twins' }),
  ];
  const odd = [
    await arrangeGroup(front, of, { name: 'None' }),
    await arrangeGroup(front, of, { name: '=R&D; "B"' }),
  ];
  const access = { mode: 'custom', permissions: [] };
  const user = await arrangeUser(front, of, 'user', { access, customRoles: [role.id], username: 'none' });
  for (const group of [...twins, ...odd]) await join(front, of, group.id, user.id);
  await ask(front, 'add-project-member', { org: of.org, project: project.id, user: user.id }, of.owner);
  await arrangeInvitee(front, of, { language: 'de', sendInvitation: false });
  await arrangeInvitee(front, of);
  const archived = await arrangeUser(front, of);
  await ask(front, 'archive-user', { org: of.org, user: archived.id }, of.owner);
  // The address is free again, and somebody else's by now.
  await arrangeInvitee(front, of, { email: archived.email });
  const named = [
    '=cmd|calc!A1',
    '＝SUM(A1)',
    "'-quoted",
    'Comma, Semi; colon',
    'the "Quoted"',
    '👩‍🚀 Zoë',
    '007',
  ];
  await store(
    front.world,
    ...named.map(lastName => aUser({ organization: of.org, lastName, displayName: lastName })),
  );
  const guest = await arrangeUser(front, home);
  await arrangeInvitee(front, of, { email: guest.email });
  await front.settle();
  return of;
}

test.each(formats)('an export that nobody has touched, as %s, comes to nothing for anybody', async format => {
  const of = await arrangeEverybody();
  const file = await exportOf(of, format);
  const it = await planned(front, of, file);
  const rows = (await readRecords(format, file)).length;
  expect(rows).toBeGreaterThan(12);
  expect(await rowsOf(front, of, it, { outcome: 'error' })).toEqual([]);
  const counts = { create: 0, update: 0, unchanged: rows, error: 0 };
  expect(it).toMatchObject({ state: 'checked', format, counts, progress: { done: rows } });
  expect(it.columns.every(({ column }) => column)).toBe(true);
});

test('each row is created, changed, left or wrong, and nothing is done', async () => {
  const of = await arrangeOrganization(front);
  const user = await arrangeUser(front, of);
  await front.settle();
  const before = await front.trail(of.org);
  const fresh = freshEmail('fresh');
  const file = csv(
    headings,
    somebody(fresh),
    ['', '', user.email, 'manager', ''],
    ['', '', of.owner.email, '', ''],
    somebody(freshEmail(), 'boss'),
  );
  const it = await planned(front, of, file, { sendInvitations: false });
  expect(it).toMatchObject({
    ...{ state: 'checked', format: 'csv', sendInvitations: false, startedBy: of.owner.id },
    counts: { create: 1, update: 1, unchanged: 1, error: 1 },
    columns: headings.map(heading => ({ heading })),
  });
  const rows = await rowsOf(front, of, it);
  expect(rows).toMatchObject([
    { number: 2, outcome: 'create', name: 'Nora New', email: fresh, errors: [] },
    {
      number: 3,
      outcome: 'update',
      user: user.id,
      changes: [{ heading: 'Role', before: 'user', after: 'manager' }],
    },
    { number: 4, outcome: 'unchanged', user: of.owner.id },
    {
      number: 5,
      outcome: 'error',
      errors: [{ heading: 'Role', value: 'boss', reason: 'There is no role boss.' }],
    },
  ]);
  expect(rows[0]).not.toHaveProperty('user');
  const { body } = await ask(front, 'list-users', { org: of.org }, of.owner);
  expect(body.items).toHaveLength(2);
  const after = (await front.trail(of.org)).slice(before.length);
  expect(after.map(({ action, actor, target }) => [action, actor.id, target.id])).toEqual([
    ['import.queued', of.owner.id, it.id],
    ['import.checked', of.owner.id, it.id],
  ]);
  expect(after[1]?.changes).toContainEqual({ field: 'create', after: 1 });
  for (const secret of [fresh, 'Nora', user.email, 'users.csv'])
    expect(JSON.stringify(after)).not.toContain(secret);
});

test('its rows come by pages, and by what they come to', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => somebody(undefined, i % 2 ? 'boss' : 'user'));
  const it = await planned(front, home, csv(headings, ...rows), { sendInvitations: false });
  const about = { org: home.org, import: it.id, limit: 2 };
  const page = (more: object) => ask(front, 'list-import-rows', { ...about, ...more }, home.owner);
  expect((await rowsOf(front, home, it, { limit: 2 })).map(({ number }) => number)).toEqual([
    2, 3, 4, 5, 6, 7, 8,
  ]);
  const wrong = await rowsOf(front, home, it, { limit: 2, outcome: 'error' });
  expect(wrong.map(({ number, outcome }) => [number, outcome])).toEqual(
    [3, 5, 7].map(number => [number, 'error']),
  );
  const { nextCursor: cursor } = (await page({ outcome: 'error' })).body;
  expect(outcomeOf(await page({ outcome: 'create', cursor }))).toBe('validation-failed');
  await checked(front, home, it);
  // Another plan is another list.
  expect(outcomeOf(await page({ outcome: 'error', cursor }))).toBe('validation-failed');
});

test('headings that nobody knows are asked about, with some cells; what is said of them counts', async () => {
  const email = freshEmail();
  const file = csv(
    ['Vorname', 'Surname', 'E-Mail', 'Größe'],
    ['Nora', 'New', email, '43'],
    ['Nora', 'Old', '', '44'],
  );
  const it = await planned(front, home, file);
  expect(it).toMatchObject({
    state: 'needs-columns',
    columns: [
      { heading: 'Vorname', samples: ['Nora'] },
      { heading: 'Surname', column: 'lastName', samples: ['New', 'Old'] },
      { heading: 'E-Mail', column: 'email', samples: [email] },
      { heading: 'Größe', samples: ['43', '44'] },
    ],
  });
  expect(it).not.toHaveProperty('counts');
  expect(await rowsOf(front, home, it)).toEqual([]);
  const wish = { org: home.org, import: it.id, columns: ['firstName'] };
  expect(outcomeOf(await refused(front, 'check-import', wish, home.owner))).toBe('validation-failed');
  const said = await checked(front, home, it, { columns: ['firstName', 'lastName', 'email', null] });
  expect(said).toMatchObject({ state: 'checked', columns: [{ column: 'firstName' }, {}, {}, {}] });
  expect(said.columns[3]).toEqual({ heading: 'Größe' });
  const [row] = await rowsOf(front, home, said);
  expect(row?.errors).toMatchObject([{ heading: 'Permissions', reason: /is empty/ }]);
  expect(await checked(front, home, it)).toMatchObject({ state: 'checked', counts: said.counts });
});

test('checked anew, the plan is of how users are by then', async () => {
  const of = await arrangeOrganization(front);
  const { email, about } = await arrangeInvitee(front, of);
  await front.settle();
  const it = await planned(front, of, csv(headings, somebody(email)), { sendInvitations: false });
  expect(it.counts).toMatchObject({ update: 1 });
  await ask(front, 'archive-user', about, of.owner);
  expect((await checked(front, of, it, { sendInvitations: false })).counts).toMatchObject({ create: 1 });
});

test('the report has every row as it stood; the rows that are wrong come back to be mended', async () => {
  const file = csv(
    [...headings, 'Shoe size'],
    [...somebody(), '43'],
    [...somebody(undefined, '=boss'), '44'],
  );
  const columns = ['firstName', 'lastName', 'email', 'role', 'access', null];
  const it = await planned(front, home, file, { columns, sendInvitations: false });
  const records = async (link: ImportView['report']) => {
    const { status, bytes, headers } = await front.download(link?.url ?? '');
    expect(status).toBe(200);
    return { bytes, headers, records: await readRecords('csv', bytes) };
  };
  const report = await records(it.report);
  expect(report.headers['content-disposition']).toBe('attachment; filename="users-report.csv"');
  expect(report.records).toMatchObject([
    { 'First name': 'Nora', 'Shoe size': '43', Outcome: 'create', Reason: '' },
    { Role: "'=boss", 'Shoe size': '44', Outcome: 'error', Reason: 'There is no role =boss.' },
  ]);
  const failed = await records(it.failed);
  expect(failed.records).toMatchObject([{ 'Shoe size': '44', Remedy: /^Put owner, admin/ }]);
  const mended = Buffer.from(failed.bytes).toString().replace("'=boss", 'user');
  const again = await planned(front, home, mended, { sendInvitations: false });
  expect(again).toMatchObject({ state: 'needs-columns' });
  expect(again.columns.filter(({ column }) => !column).map(({ heading }) => heading)).toEqual([
    'Shoe size',
    'Outcome',
    'Reason',
    'Remedy',
  ]);
  const said = [...columns, null, null, null];
  const mendedPlan = await checked(front, home, again, { columns: said, sendInvitations: false });
  expect(mendedPlan).toMatchObject({ counts: { create: 1, error: 0 } });
  expect(mendedPlan).not.toHaveProperty('failed');
});

test.each<[string, Uint8Array | string, RegExp]>([
  ['a picture', png({ width: 2, height: 2 }), /neither a CSV file nor an Excel workbook/],
  ['blank lines', '\r\n\r\n', /nothing in the file/],
  ['a broken zip', 'PK\x03\x04 and no more', /cannot be read|neither/],
  ['too many columns', Array.from({ length: 201 }, (_, i) => `c${i}`).join(','), /more than 200 columns/],
])('%s is no file of users, and says what to do', async (_, file, reason) => {
  const it = await planned(front, home, file);
  expect(it).toMatchObject({ state: 'failed', reason });
  expect(it.reason).toMatch(/\.$/);
  expect([it.report, it.counts]).toEqual([undefined, undefined]);
});

test('without a file it says so, and can be checked once there is one', async () => {
  const { body } = await ask(front, 'start-import', { org: home.org, fileName: 'users.csv' }, home.owner);
  expect(await checked(front, home, body.import)).toMatchObject({
    state: 'failed',
    reason: /No file has arrived/,
  });
  await front.upload(body.upload, Buffer.from(csv(headings)));
  expect(await checked(front, home, body.import)).toMatchObject({
    state: 'checked',
    counts: { create: 0, update: 0, unchanged: 0, error: 0 },
  });
});

test('whatever belongs to another organization is not there', async () => {
  const foreign = await arrangeOrganization(front);
  const user = await arrangeUser(front, foreign);
  const group = await arrangeGroup(front, foreign);
  const role = await arrangeRole(front, foreign);
  const project = await arrangeProject(front, foreign);
  const { ids } = front.world;
  const columns = [
    'id',
    'firstName',
    'lastName',
    'email',
    'access',
    'groups',
    'projects',
    'customRoles',
  ] as const;
  const told = async (id: string, of: [string, string, string], email = freshEmail()) => {
    const rows = [
      [id, '', '', '', '', '', '', ''],
      ['', 'Nora', 'New', email, 'all', '', '', ''],
      ['', 'Nora', 'Two', freshEmail(), 'all', ...of],
    ];
    const it = await planned(
      front,
      home,
      csv(
        columns.map(column => userHeadings[column]),
        ...rows,
      ),
    );
    const names = new RegExp([id, email, ...of].join('|'), 'g');
    return (await rowsOf(front, home, it)).map(({ outcome, errors, changes, user: whom }) =>
      JSON.stringify({ outcome, errors, changes, whom }).replaceAll(names, '…'),
    );
  };
  const theirs = await told(user.id, [group.id, project.id, role.id], user.email);
  expect(theirs[0]).toContain('There is no user with this ID.');
  expect(theirs).toEqual(await told(ids.make('usr'), [ids.make('grp'), ids.make('prj'), ids.make('rol')]));
  const byName = await told(user.id, [group.name, project.name, role.name]);
  expect(byName[2]).toContain('There is no group');
});

test('an admin gives nobody more than an admin may, and seats and domains are kept', async () => {
  const of = await arrangeOrganization(front, { seats: 3 });
  const admin = await arrangeUser(front, of, 'admin');
  const settings = { org: of.org, allowedEmailDomains: ['example.com'] };
  const { body: read } = await ask(front, 'get-settings', { org: of.org }, of.owner);
  const headers = { 'if-match': `"${read.version}"` };
  expect((await ask(front, 'edit-settings', settings, of.owner, { headers })).status).toBe(200);
  const file = csv(
    headings,
    somebody(undefined, 'owner'),
    somebody('nora@example.org'),
    somebody(),
    somebody(),
  );
  const it = await planned(front, of, file, { as: admin });
  const rows = await rowsOf(front, of, it);
  expect(rows.map(({ outcome, errors }) => [outcome, errors[0]?.heading, errors[0]?.reason])).toEqual([
    ['error', 'Role', expect.stringMatching(/above what you may manage/)],
    ['error', 'Email', expect.stringMatching(/not of a domain/)],
    ['create', undefined, undefined],
    ['error', undefined, expect.stringMatching(/seats/)],
  ]);
  const silently = await checked(front, of, it, { as: of.owner, sendInvitations: false });
  expect(silently.counts).toMatchObject({ create: 3, error: 1 });
});

test('what is called off is over; it is not called off, and not checked, twice', async () => {
  const it = await uploaded(front, home, csv(headings, somebody()));
  const about = { org: home.org, import: it.id };
  const cancel = (as: Partial<Session> = home.owner) => ask(front, 'cancel-import', about, as);
  expect((await cancel()).body).toMatchObject({ state: 'cancelled' });
  expect(outcomeOf(await cancel())).toBe('wrong-status');
  expect(outcomeOf(await ask(front, 'check-import', about, home.owner))).toBe('wrong-status');
  const trail = (await front.trail(home.org)).filter(({ target }) => target.id === it.id);
  expect(trail.map(({ action }) => action)).toEqual(['import.cancelled']);
});

test('imports are listed, the newest first, without links, and are forgotten after a week', async () => {
  const of = await arrangeOrganization(front);
  const [one, two] = [await planned(front, of, csv(headings)), await uploaded(front, of, csv(headings))];
  const list = (more = {}) => ask(front, 'list-imports', { org: of.org, ...more }, of.owner);
  const { body } = await list();
  expect(body.items.map(({ id, state }) => [id, state])).toEqual([
    [two.id, 'awaiting-file'],
    [one.id, 'checked'],
  ]);
  expect(body.items.filter(({ report }) => report)).toEqual([]);
  const { nextCursor: cursor } = (await list({ limit: 1 })).body;
  expect((await list({ limit: 1, cursor })).body.items.map(({ id }) => id)).toEqual([one.id]);
  await front.advance(7 * 24 * 60 * 60);
  expect((await list()).body.items).toEqual([]);
  for (const key of ['get-import', 'list-import-rows', 'check-import', 'cancel-import'] as const)
    expect(outcomeOf(await ask(front, key, { org: of.org, import: one.id }, of.owner))).toBe('not-found');
});

test('a form takes nothing larger than 50 MB', async () => {
  const { body } = await ask(front, 'start-import', { org: home.org, fileName: 'users.csv' }, home.owner);
  expect(await front.upload(body.upload, new Uint8Array(50 * 1024 * 1024 + 1))).toBeGreaterThanOrEqual(400);
});
