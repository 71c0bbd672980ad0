/** Users in a file: exactly those that a list shows, in its order, and as anybody's programs read them. */
import { beforeAll, expect, test } from 'vitest';
import type { ExportFormat, ExportView } from '../../shared/contract/exports.ts';
import { UserColumn, userHeadings } from '../../shared/contract/user-columns.ts';
import { plainCell } from '../../shared/domain/cells.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup, arrangeProject, arrangeRole, join } from '../harness/arrange-groups.ts';
import { aUser, store } from '../harness/entities.ts';
import { ask, type Front, outcomeOf, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { readRecords, readRows } from '../harness/read-export.ts';

let front: Front;
let home: Arranged;

const formats: ExportFormat[] = ['csv', 'xlsx'];

/** Names that files have come to grief over. */
const names = [
  ['Ada', 'Lovelace'],
  ['=cmd|calc!A1', 'Formula'],
  ['＝SUM(A1)', '@home'],
  ["'-quoted", "O'Neill"],
  ['Comma, Semi; colon', 'the "Quoted"'],
  ['two\nlines', 'tab\there'],
  ['👩‍🚀 Zoë', '李小龙 مريم'],
  ['<b>&amp;</b>', '_x0041_'],
] as const;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { name: 'Größe & Söhne' });
  const users = names.map(([firstName, lastName]) =>
    aUser({ organization: home.org, firstName, lastName, displayName: `${firstName} ${lastName}` }),
  );
  await store(front.world, ...users);
  await front.settle();
});

async function exported(input: object, as: Partial<Session> = home.owner, of = home): Promise<ExportView> {
  const started = await ask(front, 'start-export', { org: of.org, filter: {}, ...input }, as);
  expect(outcomeOf(started)).toBe('202');
  expect(started.body).toMatchObject({ state: 'queued', progress: { done: 0 } });
  await front.settle();
  const { body } = await ask(front, 'get-export', { org: of.org, export: started.body.id }, of.owner);
  return body;
}

async function fileOf({ download }: ExportView): Promise<Uint8Array> {
  const { status, bytes } = await front.download(download?.url ?? '');
  expect(status).toBe(200);
  return bytes;
}

const recordsIn = async (it: ExportView) => readRecords(it.format, await fileOf(it));

test.each(formats)('as %s, everybody whom the list shows is in it, as they are', async format => {
  const it = await exported({ format });
  expect(it).toMatchObject({ state: 'done', rows: names.length + 1, progress: { done: names.length + 1 } });
  const { body } = await ask(front, 'list-users', { org: home.org, limit: 200 }, home.owner);
  const records = await recordsIn(it);
  expect(records.map(record => plainCell(record['First name'] ?? ''))).toEqual(
    body.items.map(({ firstName }) => firstName),
  );
  for (const [i, user] of body.items.entries()) {
    const record = Object.fromEntries(
      Object.entries(records[i] ?? {}).map(([heading, cell]) => [heading, plainCell(cell)]),
    );
    expect(record).toMatchObject({
      ID: user.id,
      'Last name': user.lastName,
      'Display name': user.displayName,
      Email: user.email,
      Username: '',
      Role: user.role,
      Status: 'active',
      Created: user.createdAt,
      '2FA required': 'no',
    });
  }
});

test.each(formats)('as %s, no cell starts a formula', async format => {
  const rows = await readRows(format, await fileOf(await exported({ format })));
  expect(rows[0]).toEqual(UserColumn.options.map(column => userHeadings[column]));
  expect(rows.flat().filter(cell => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  expect(rows.flat()).toContain("'=cmd|calc!A1");
});

test('CSV is UTF-8 that says so, with lines as RFC 4180 has them, and quotes where any program could stumble', async () => {
  const bytes = await fileOf(await exported({ format: 'csv', columns: ['lastName', 'firstName'] }));
  const text = Buffer.from(bytes).toString('utf8');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.slice(1)).toMatch(/^Last name,First name\r\n/);
  expect(text).toContain('"the ""Quoted""","Comma, Semi; colon"\r\n');
  expect(text).toContain('"tab\there","two\nlines"\r\n');
  expect(text.endsWith('\r\n')).toBe(true);
});

test('it is filtered, sorted and has the columns in the order that was asked for', async () => {
  const filter = { q: 'a', status: ['active', 'inactive'] };
  const sort = '-createdAt';
  const columns = ['email', 'role', 'id'];
  const { body } = await ask(front, 'list-users', { org: home.org, ...filter, sort, limit: 200 }, home.owner);
  const it = await exported({ format: 'csv', filter, sort, columns });
  expect(body.items.length).toBeGreaterThan(1);
  expect(await readRows('csv', await fileOf(it))).toEqual([
    ['Email', 'Role', 'ID'],
    ...body.items.map(({ email, role, id }) => [email, role, id]),
  ]);
});

test.each(formats)('as %s, where nobody fits there are the headings alone', async format => {
  const it = await exported({ format, filter: { q: 'nobody-has-this' }, columns: ['email'] });
  expect(it).toMatchObject({ state: 'done', rows: 0 });
  expect(await readRows(format, await fileOf(it))).toEqual([['Email']]);
});

test('what somebody has stands there by name, and by id where two have one name', async () => {
  const other = await arrangeOrganization(front);
  const role = await arrangeRole(front, other);
  const project = await arrangeProject(front, other);
  const twin = await arrangeGroup(front, other, { name: 'Twins' });
  await arrangeGroup(front, other, { name: 'twins' });
  const odd = await arrangeGroup(front, other, { name: 'R&D; "Berlin"' });
  const formula = await arrangeGroup(front, other, { name: '=Sum' });
  const access = { mode: 'custom', permissions: [] };
  const user = await arrangeUser(front, other, 'user', { access, customRoles: [role.id] });
  for (const group of [twin, odd, formula]) await join(front, other, group.id, user.id);
  await ask(front, 'add-project-member', { org: other.org, project: project.id, user: user.id }, other.owner);
  await front.settle();
  const columns = ['access', 'customRoles', 'groups', 'projects', 'language', 'invitation'];
  const it = await exported({ format: 'xlsx', columns, filter: { role: 'user' } }, other.owner, other);
  expect(await recordsIn(it)).toEqual([
    {
      Permissions: '',
      'Custom roles': role.name,
      Groups: `${twin.id}; "R&D; ""Berlin"""; '=Sum`,
      Projects: project.name,
      Language: 'en',
      Invitation: 'accepted',
    },
  ]);
});

test('the link gives a file with a name of its own, and dies after ten minutes; another look makes another', async () => {
  const it = await exported({ format: 'csv', columns: ['id'] });
  const { url = '', expiresAt = '' } = it.download ?? {};
  const first = await front.download(url);
  expect(first.headers['content-disposition']).toMatch(
    /^attachment; filename="grosse-sohne-users-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(Date.parse(expiresAt) - Date.parse(it.finishedAt ?? '')).toBeGreaterThan(500_000);
  await front.advance(601);
  expect((await front.download(url)).status).toBe(403);
  const about = { org: home.org, export: it.id };
  const again = await ask(front, 'get-export', about, home.owner);
  expect(await fileOf(again.body)).toEqual(first.bytes);
});

test('exports are listed, the newest first, without links', async () => {
  const other = await arrangeOrganization(front);
  const one = await exported({ format: 'csv', columns: ['id'] }, other.owner, other);
  const two = await exported({ format: 'xlsx', columns: ['id'] }, other.owner, other);
  const list = (more = {}) => ask(front, 'list-exports', { org: other.org, ...more }, other.owner);
  const { body } = await list();
  expect(body.items.map(({ id }) => id)).toEqual([two.id, one.id]);
  expect(body.items.filter(({ download }) => download)).toEqual([]);
  const { nextCursor: cursor } = (await list({ limit: 1 })).body;
  expect((await list({ limit: 1, cursor })).body.items.map(({ id }) => id)).toEqual([one.id]);
});

test('the trail says who took what, how many, and no words that were looked for', async () => {
  const it = await exported({ format: 'csv', columns: ['id', 'email'], filter: { q: 'lovelace' } });
  const trail = (await front.trail(home.org)).filter(({ target }) => target.id === it.id);
  expect(trail.map(({ action, actor }) => [action, actor.id])).toEqual([
    ['export.queued', home.owner.id],
    ['users.exported', home.owner.id],
  ]);
  expect(trail[1]?.changes).toEqual([
    { field: 'format', after: 'csv' },
    { field: 'columns', after: ['id', 'email'] },
    { field: 'rows', after: 1 },
  ]);
  expect(JSON.stringify(trail)).not.toContain('lovelace');
});

test('whoever is no administrator any more when it is written gets nothing', async () => {
  const admin = await arrangeUser(front, home, 'admin');
  await front.settle();
  const wish = { org: home.org, format: 'csv', filter: {} };
  const { body } = await ask(front, 'get-user', { org: home.org, user: admin.id }, home.owner);
  // Before its turn comes: both are under way at once.
  const started = await ask(front, 'start-export', wish, admin);
  const demoted = { org: home.org, user: admin.id, role: 'manager', access: { mode: 'all' } };
  const headers = { 'if-match': `"${body.version}"` };
  await ask(front, 'edit-user', demoted, home.owner, { headers });
  expect(outcomeOf(await ask(front, 'start-export', wish, admin))).toBe('not-allowed');
  await front.settle();
  const about = { org: home.org, export: started.body.id };
  const { body: after } = await ask(front, 'get-export', about, home.owner);
  // In the cloud it may have been written before.
  if (after.state === 'done') return;
  expect(after).toMatchObject({ state: 'failed', progress: { done: 0 }, reason: /may not take users away/ });
});

test.each([
  ['no column', { columns: [] }, '/columns'],
  ['a column twice', { columns: ['id', 'id'] }, '/columns'],
  ['a column that there is not', { columns: ['shoeSize'] }, '/columns/0'],
  ['another format', { format: 'pdf' }, '/format'],
  ['a filter that there is not', { filter: { shoeSize: '43' } }, '/filter'],
])('%s is refused', async (_, wish, pointer) => {
  const asked = { org: home.org, format: 'csv', filter: {}, ...wish };
  const answer = await ask(front, 'start-export', asked, home.owner);
  expect(outcomeOf(answer)).toBe('validation-failed');
  expect(JSON.stringify(answer.body)).toContain(`"pointer":"${pointer}`);
});
