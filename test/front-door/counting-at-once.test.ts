/** What a group, its custom roles, content and projects give, they give from the very next question on; and no longer. */
import { beforeAll, expect, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeRole } from '../harness/arrange-catalogue.ts';
import { arrangeGroup, arrangeProject, join } from '../harness/arrange-groups.ts';
import { ask, type Front, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let them: Session & { id: string };
let role: string;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
  role = (await arrangeRole(front, home, { permissions: ['desk.tickets.write'] })).id;
  const little = { mode: 'custom', permissions: ['desk.tickets.read'] };
  them = await arrangeUser(front, home, 'user', { access: little });
});

async function may(question: object): Promise<boolean | undefined> {
  const { body } = await ask(
    front,
    'authorize-user',
    { organization: home.org, questions: [question] },
    them,
  );
  return body.answers[0]?.allowed;
}

/** Under the version that is there. */
async function under(route: 'get-group' | 'get-project', input: object) {
  const { headers } = await ask(front, route, { org: home.org, ...input }, home.owner);
  return { headers: { 'if-match': headers.etag ?? '' } };
}

const asOwner = (route: Parameters<typeof ask>[1], input: object, more = {}) =>
  ask(front, route, { org: home.org, ...input }, home.owner, more);

const write = { permission: 'desk.tickets.write' };

test('a custom role of a group, while somebody is in it', async () => {
  const { id: group } = await arrangeGroup(front, home, { customRoles: [role] });
  expect(await may(write)).toBe(false);
  await join(front, home, group, them.id);
  expect(await may(write)).toBe(true);
  await asOwner('edit-group', { group, customRoles: [] }, await under('get-group', { group }));
  expect(await may(write)).toBe(false);
  await asOwner('edit-group', { group, customRoles: [role] }, await under('get-group', { group }));
  expect(await may(write)).toBe(true);
  await asOwner('remove-group-member', { group, user: them.id });
  expect(await may(write)).toBe(false);
  await join(front, home, group, them.id);
  await asOwner('delete-group', { group }, await under('get-group', { group }));
  expect(await may(write), 'before any job has run').toBe(false);
});

test('content of a group, while it has it', async () => {
  const { id: group } = await arrangeGroup(front, home);
  const content = { type: 'folder', id: 'reports' };
  await join(front, home, group, them.id);
  expect(await may({ content })).toBe(false);
  await asOwner('grant-content', { group, ...content, name: 'Reports' });
  expect(await may({ content })).toBe(true);
  await asOwner('remove-content', { group, ...content });
  expect(await may({ content })).toBe(false);
  await asOwner('grant-content', { group, ...content, name: 'Reports' });
  await asOwner('delete-group', { group }, await under('get-group', { group }));
  expect(await may({ content }), 'before any job has run').toBe(false);
});

test('a project, while somebody is assigned', async () => {
  const { id: project } = await arrangeProject(front, home);
  expect(await may({ project })).toBe(false);
  await asOwner('add-project-member', { project, user: them.id });
  expect(await may({ project })).toBe(true);
  await asOwner('remove-project-member', { project, user: them.id });
  expect(await may({ project })).toBe(false);
  await asOwner('add-project-member', { project, user: them.id });
  await asOwner('delete-project', { project }, await under('get-project', { project }));
  expect(await may({ project }), 'before any job has run').toBe(false);
});

test('what a job has added somebody to', async () => {
  const { id: group } = await arrangeGroup(front, home, { customRoles: [role] });
  await asOwner('change-group-members', { group, add: [them.id] });
  await front.settle();
  expect(await may(write)).toBe(true);
  await asOwner('change-group-members', { group, remove: [them.id] });
  await front.settle();
  expect(await may(write)).toBe(false);
});
