/** The question that applications ask at every click: right at once after every change, and open to nobody else. */
import { beforeAll, expect, test } from 'vitest';
import type { Question, Verdict } from '../../shared/contract/access.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeApplication } from '../harness/arrange-application.ts';
import { arrangeCatalogue, arrangeRole, desk } from '../harness/arrange-catalogue.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangeApiUser, arrangeClient, refreshGrant, scriptSession } from '../harness/arrange-scripts.ts';
import { type Answer, ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let application: Session;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
  await arrangeCatalogue(front);
  application = await arrangeApplication(front);
});

type Somebody = Session & { id: string };
const read = { permission: 'desk.tickets.read' } as Question;
const write = { permission: 'desk.tickets.write' } as Question;
const folder = { content: { type: 'folder', id: 'north' } };

const someRole = () => arrangeRole(front, home, { permissions: ['desk.macros.edit'] });

/** Holds one custom role, which says nothing of tickets. */
async function somebody(): Promise<Somebody> {
  const { id } = await someRole();
  return arrangeUser(front, home, 'user', { access: { mode: 'custom', permissions: [] }, customRoles: [id] });
}

const questionsAbout = ({ id }: { id: string }, ...questions: Question[]) => ({
  organization: home.org,
  user: id,
  questions,
});

async function answersFor(who: { id: string }, ...questions: Question[]): Promise<Verdict[]> {
  const { status, body } = await ask(front, 'authorize-user', questionsAbout(who, ...questions), application);
  expect(status).toBe(200);
  return body.answers;
}

const verdictFor = async (who: { id: string }, question: Question) => (await answersFor(who, question))[0];

/** In a word: where it comes from, or why not. */
async function told(who: { id: string }, question: Question): Promise<string> {
  const verdict = await verdictFor(who, question);
  if (!verdict?.allowed) return verdict?.reason ?? 'nothing';
  return verdict.sources.map(({ kind }) => kind).join(' ');
}

/** Does something as the owner, who has just read what it is about. */
async function change(key: RouteKey, input: Record<string, unknown>, version?: number) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer: Answer = await refused(front, key, { org: home.org, ...input }, home.owner, { headers });
  if (answer.status >= 300) throw new Error(`${key}: ${JSON.stringify(answer.body)}`);
  return answer.body as { id: string; version: number };
}

async function edit(who: { id: string }, wish: Record<string, unknown>) {
  const { body } = await ask(front, 'get-user', { org: home.org, user: who.id }, home.owner);
  return change('edit-user', { user: who.id, ...wish }, body.version);
}

const versionOf = async (key: 'get-group' | 'get-project' | 'get-custom-role', input: object) =>
  (await ask(front, key, { org: home.org, ...input }, home.owner)).body.version;

test('what is given and taken directly counts at the very next question', async () => {
  const user = await somebody();
  expect(await told(user, read)).toBe('not-granted');
  await edit(user, { access: { mode: 'custom', permissions: [read.permission] } });
  expect(await told(user, read)).toBe('direct');
  expect(await told(user, write)).toBe('not-granted');
  await edit(user, { access: { mode: 'all' } });
  expect(await told(user, write)).toBe('all');
  await edit(user, { access: { mode: 'custom', permissions: [] } });
  expect(await told(user, read)).toBe('not-granted');
});

test('so does a custom role: given, changed for everybody who has it, taken, deleted', async () => {
  const user = await somebody();
  const [kept] = (await ask(front, 'get-user', { org: home.org, user: user.id }, home.owner)).body
    .customRoles;
  const role = await arrangeRole(front, home, { name: 'Answering', permissions: [write.permission] });
  await edit(user, { customRoles: [kept?.id, role.id] });
  expect(await verdictFor(user, write)).toEqual({
    allowed: true,
    sources: [{ kind: 'custom-role', id: role.id, name: 'Answering' }],
  });
  expect(await told(user, read)).toBe('not-granted');
  await change('edit-custom-role', { role: role.id, permissions: [read.permission] }, role.version);
  expect([await told(user, write), await told(user, read)]).toEqual(['not-granted', 'custom-role']);
  await edit(user, { customRoles: [kept?.id] });
  expect(await told(user, read)).toBe('not-granted');
  await edit(user, { customRoles: [kept?.id, role.id] });
  expect(await told(user, read)).toBe('custom-role');
  await change('delete-custom-role', { role: role.id }, role.version + 1);
  expect(await told(user, read)).toBe('not-granted');
});

test('so does a group: its custom roles, its members, its end', async () => {
  const user = await somebody();
  const role = await arrangeRole(front, home, { name: 'Reading', permissions: [read.permission] });
  const group = (await change('create-group', { name: 'Europe', customRoles: [role.id] })).id;
  expect(await told(user, read)).toBe('not-granted');
  await change('add-group-member', { group, user: user.id });
  expect(await verdictFor(user, read)).toEqual({
    allowed: true,
    sources: [{ kind: 'group', id: group, customRole: { id: role.id, name: 'Reading' } }],
  });
  await change('edit-group', { group, customRoles: [] }, await versionOf('get-group', { group }));
  expect(await told(user, read)).toBe('not-granted');
  await change('edit-group', { group, customRoles: [role.id] }, await versionOf('get-group', { group }));
  expect(await told(user, read)).toBe('group');
  await change('remove-group-member', { group, user: user.id });
  expect(await told(user, read)).toBe('not-granted');
  await change('add-group-member', { group, user: user.id });
  await change('delete-group', { group }, await versionOf('get-group', { group }));
  expect(await told(user, read)).toBe('not-granted');
});

test('so does content, which groups have', async () => {
  const user = await somebody();
  const group = (await change('create-group', { name: 'North' })).id;
  await change('add-group-member', { group, user: user.id });
  expect(await told(user, folder)).toBe('not-granted');
  await change('grant-content', { group, ...folder.content, name: 'The north' });
  expect(await verdictFor(user, folder)).toEqual({ allowed: true, sources: [{ kind: 'group', id: group }] });
  expect(await told(user, { content: { type: 'document', id: 'north' } })).toBe('not-granted');
  await change('remove-content', { group, ...folder.content });
  expect(await told(user, folder)).toBe('not-granted');
  await change('grant-content', { group, ...folder.content, name: 'The north' });
  expect(await told(user, folder)).toBe('group');
  await change('delete-group', { group }, await versionOf('get-group', { group }));
  expect(await told(user, folder)).toBe('not-granted');
});

test('so does a project', async () => {
  const user = await somebody();
  const project = (await change('create-project', { name: 'Harbour' })).id;
  const inProject = { project } as Question;
  expect(await told(user, inProject)).toBe('not-granted');
  await change('add-project-member', { project, user: user.id });
  expect(await told(user, inProject)).toBe('direct');
  await change('remove-project-member', { project, user: user.id });
  expect(await told(user, inProject)).toBe('not-granted');
  await change('add-project-member', { project, user: user.id });
  expect(await told(home.owner, inProject)).toBe('role');
  await change('delete-project', { project }, await versionOf('get-project', { project }));
  expect([await told(user, inProject), await told(home.owner, inProject)]).toEqual([
    'not-granted',
    'not-granted',
  ]);
});

test('so do role and status, and that the organization is suspended', async () => {
  const user = await somebody();
  await edit(user, { role: 'admin' });
  expect(await told(user, write)).toBe('role');
  await edit(user, { role: 'user' });
  expect(await told(user, write)).toBe('not-granted');
  await change('deactivate-user', { user: user.id });
  expect(await told(user, write)).toBe('not-active');
  await change('reactivate-user', { user: user.id });
  expect(await told(user, write)).toBe('not-granted');

  const operator = await arrangeOperator(front);
  const other = await arrangeOrganization(front);
  const about = { organization: other.org, questions: [read] };
  const asOwner = async () => (await ask(front, 'authorize-user', about, other.owner)).body.answers[0];
  await ask(front, 'suspend-organization', { org: other.org }, operator);
  expect(await asOwner()).toEqual({ allowed: false, reason: 'organization-suspended' });
  await ask(front, 'resume-organization', { org: other.org }, operator);
  expect(await asOwner()).toEqual({ allowed: true, sources: [{ kind: 'role', role: 'owner' }] });
});

test('a question about several things is answered for all of them together', async () => {
  const user = await somebody();
  await edit(user, { access: { mode: 'custom', permissions: [read.permission] } });
  const group = (await change('create-group', { name: 'South' })).id;
  await change('add-group-member', { group, user: user.id });
  expect(await told(user, { ...read, ...folder })).toBe('not-granted');
  await change('grant-content', { group, ...folder.content, name: 'The north' });
  expect(await told(user, { ...read, ...folder })).toBe('direct group');
  expect(await told(user, { ...write, ...folder })).toBe('not-granted');
});

test('what the catalogue does not have nobody may, and what it has no more goes on where it is held', async () => {
  const retired = desk.permissions.find(({ retiredAt }) => retiredAt)?.key;
  expect(await told(home.owner, { permission: 'desk.nothing.there' } as Question)).toBe('unknown-permission');
  expect(await told(home.owner, { permission: 'nowhere.nothing' } as Question)).toBe('unknown-permission');
  expect(await told(home.owner, { permission: retired })).toBe('role');
});

test('a hundred questions are answered in their order', async () => {
  const user = await somebody();
  await edit(user, { access: { mode: 'custom', permissions: [read.permission] } });
  const answers = await answersFor(user, ...Array.from({ length: 100 }, (_, i) => (i % 2 ? write : read)));
  expect(answers.map(({ allowed }) => allowed)).toEqual(Array.from({ length: 100 }, (_, i) => i % 2 === 0));
  const many = questionsAbout(user, ...Array.from({ length: 101 }, () => read));
  expect(outcomeOf(await refused(front, 'authorize-user', many, application))).toBe('validation-failed');
});

const asked = async (who: { id: string }, as: Partial<Session>) =>
  outcomeOf(await refused(front, 'authorize-user', questionsAbout(who, read), as));

test('people ask about themselves, about others only applications of the SaaS company', async () => {
  const user = await somebody();
  expect(await asked(user, user)).toBe('200');
  for (const nosy of [user, home.owner, await arrangeOperator(front)])
    expect(await asked(await somebody(), nosy)).toBe('not-allowed');
  const script = await scriptSession(
    front,
    await arrangeClient(front, home),
    await arrangeApiUser(front, home),
  );
  expect(await asked(user, script)).toBe('not-allowed');
  expect(await asked(user, await arrangeApplication(front, 'user'))).toBe('not-allowed');
});

test('an application hears alike of organizations and of users that are not there', async () => {
  const { ids } = front.world;
  const stranger = { id: ids.make('usr') };
  expect(await asked(stranger, application)).toBe('not-found');
  const nowhere = { ...questionsAbout(home.owner, read), organization: ids.make('org') };
  expect(outcomeOf(await refused(front, 'authorize-user', nowhere, application))).toBe('not-found');
  const own = { organization: ids.make('org'), questions: [read] };
  expect(outcomeOf(await refused(front, 'authorize-user', own, home.owner))).toBe('not-found');
});

test('whoever is signed out there asks no more, and an application that is deleted neither', async () => {
  const user = await somebody();
  await change('sign-out-user', { user: user.id });
  expect(await asked(user, user)).toBe('session-ended');
  const { client, staff, ...script } = await arrangeApplication(front);
  expect(await asked(home.owner, script)).toBe('200');
  expect(await asked(home.owner, script)).toBe('200');
  await ask(front, 'delete-api-client', { org: staff.org, client: client.id }, staff.owner);
  expect(await asked(home.owner, script)).toBe('session-ended');
});

test('whoever works in an application is not idle, and a script never is', async () => {
  const idle = await arrangeOrganization(front);
  const { headers } = await ask(front, 'get-settings', { org: idle.org }, idle.owner);
  const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
  await ask(front, 'edit-settings', { org: idle.org, idleSignOutMinutes: 15 }, idle.owner, ifMatch);
  const client = await arrangeClient(front, idle);
  const script = await scriptSession(front, client, await arrangeApiUser(front, idle));
  const about = { organization: idle.org, questions: [read] };
  const outcome = async (as: Session) => outcomeOf(await ask(front, 'authorize-user', about, as));
  for (const _ of [1, 2, 3]) {
    await front.advance(14 * 60);
    expect(await outcome(idle.owner)).toBe('200');
  }
  await front.advance(25 * 60);
  expect(await outcome(idle.owner)).toBe('session-ended');
  const renewed = await ask(front, 'exchange-token', refreshGrant(client, script.refreshToken));
  expect(await outcome({ accessToken: renewed.body.access_token, cookie: '' })).toBe('200');
});
