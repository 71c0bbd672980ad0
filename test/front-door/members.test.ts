/** Who is in a group, and who works in a project: from either side, one at a time. */
import { beforeAll, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import {
  type Arranged,
  acceptBy,
  arrangeOrganization,
  arrangePending,
  arrangeUser,
} from '../harness/arrange.ts';
import {
  arrangeGroup,
  arrangeLimited,
  arrangeProject,
  arrangeRole,
  freshTitle,
  join,
} from '../harness/arrange-groups.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 5000 });
});

/** Of somebody whose access is not to all. */
const little = { access: { mode: 'custom', permissions: [] } };

type Somebody = Partial<Session>;
const add = (group: string, user: string, as: Somebody = home.owner) =>
  refused(front, 'add-group-member', { org: home.org, group, user }, as);
const remove = (group: string, user: string, as: Somebody = home.owner) =>
  refused(front, 'remove-group-member', { org: home.org, group, user }, as);
const assign = (project: string, user: string, as: Somebody = home.owner) =>
  refused(front, 'add-project-member', { org: home.org, project, user }, as);
const userOf = async (user: string) =>
  (await ask(front, 'get-user', { org: home.org, user }, home.owner)).body;
const membersOf = async (group: string, more = {}) => {
  await front.settle();
  return (await ask(front, 'list-group-members', { org: home.org, group, ...more }, home.owner)).body.items;
};
const countOf = async (group: string) =>
  (await ask(front, 'get-group', { org: home.org, group }, home.owner)).body.members;
const trailOf = async (id: string) =>
  (await front.trail(home.org)).filter(({ target }) => target.id === id).map(({ action }) => action);

test('somebody comes in and goes, once however often it is asked', async () => {
  const group = await arrangeGroup(front, home);
  const { id, email } = await arrangeUser(front, home);
  for (const _ of [1, 2]) expect(outcomeOf(await add(group.id, id))).toBe('204');
  expect(await membersOf(group.id)).toEqual([
    { id, email, displayName: 'Ada Byron', role: 'user', status: 'active' },
  ]);
  expect((await userOf(id)).groups).toEqual([{ id: group.id, name: group.name }]);
  expect(await countOf(group.id)).toBe(1);
  for (const _ of [1, 2]) expect(outcomeOf(await remove(group.id, id))).toBe('204');
  expect(await membersOf(group.id)).toEqual([]);
  expect(await countOf(group.id)).toBe(0);
  expect(await trailOf(group.id)).toEqual(['group.created', 'group.member-added', 'group.member-removed']);
});

test('from the side of the user it is the same', async () => {
  const group = await arrangeGroup(front, home);
  const { id } = await arrangeUser(front, home);
  const edit = async (groups: string[]) => {
    const { version } = await userOf(id);
    const headers = { 'if-match': `"${version}"` };
    return ask(front, 'edit-user', { org: home.org, user: id, groups }, home.owner, { headers });
  };
  expect((await edit([group.id])).status).toBe(200);
  expect((await membersOf(group.id)).map(member => member.id)).toEqual([id]);
  expect(outcomeOf(await remove(group.id, id))).toBe('204');
  expect((await userOf(id)).groups).toEqual([]);
});

test('members page by name, and whoever leaves the organization leaves the list', async () => {
  const group = await arrangeGroup(front, home);
  const ids: string[] = [];
  for (const firstName of ['zoë', 'Émile', 'adam', 'Élan', 'Bob']) {
    const { about } = await arrangePending(front, home, { firstName });
    await join(front, home, group.id, about.user);
    ids.push(about.user);
  }
  const [zoe = '', emile, adam, elan, bob] = ids;
  await front.settle();
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const input = { org: home.org, group: group.id, limit: 2, ...(cursor && { cursor }) };
    const { body } = await ask(front, 'list-group-members', input, home.owner);
    pages.push(body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor);
  expect(pages).toEqual([[adam, bob], [elan, emile], [zoe]]);
  const { version } = await userOf(zoe);
  const headers = { 'if-match': `"${version}"` };
  await ask(front, 'delete-user', { org: home.org, user: zoe }, home.owner, { headers });
  expect((await membersOf(group.id)).map(({ id }) => id)).toEqual([adam, bob, elan, emile]);
  expect(await countOf(group.id)).toBe(4);
});

test('members are found by the beginnings of words; whoever is in the archive is no member', async () => {
  const [group, project, role] = [
    await arrangeGroup(front, home),
    await arrangeProject(front, home),
    await arrangeRole(front, home),
  ];
  const given = { groups: [group.id], projects: [project.id], customRoles: [role.id] };
  const people: string[] = [];
  for (const lastName of ['Müller', 'Mulligan', 'Weiß'])
    people.push((await arrangePending(front, home, { firstName: 'Ann', lastName, ...given })).about.user);
  const archived = await arrangeUser(front, home, 'user', given);
  await ask(front, 'archive-user', { org: home.org, user: archived.id }, home.owner);
  await front.settle();
  const found = async (q?: string) => {
    const asked = { org: home.org, ...(q && { q }) };
    const lists = [
      await ask(front, 'list-group-members', { ...asked, group: group.id }, home.owner),
      await ask(front, 'list-project-members', { ...asked, project: project.id }, home.owner),
      await ask(front, 'list-role-holders', { ...asked, role: role.id }, home.owner),
    ];
    return lists.map(({ body }) => body.items.map(({ id }) => people.indexOf(id)));
  };
  const inEach = (...which: number[]) => [which, which, which];
  expect(await found()).toEqual(inEach(0, 1, 2));
  expect(await found('mul')).toEqual(inEach(0, 1));
  expect(await found('MULLI ann')).toEqual(inEach(1));
  expect(await found('weiss')).toEqual(inEach(2));
  expect(await found('uller')).toEqual(inEach());
  const first = { org: home.org, group: group.id, limit: 1 };
  const { nextCursor: cursor } = (await ask(front, 'list-group-members', first, home.owner)).body;
  const another = await refused(front, 'list-group-members', { ...first, cursor, q: 'ann' }, home.owner);
  expect(another.body.errors).toEqual([expect.objectContaining({ pointer: '/cursor' })]);
});

test('nobody adds whom they may not manage, themselves, or to more than they hold', async () => {
  const manager = await arrangeUser(front, home, 'manager');
  const admin = await arrangeUser(front, home, 'admin');
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const { id } = await arrangeUser(front, home, 'user', { ...little, customRoles: [limited.role.id] });
  const high = await arrangeRole(front, home, ['crm.contacts.delete']);
  const [plain, mighty] = [
    await arrangeGroup(front, home, { customRoles: [limited.role.id] }),
    await arrangeGroup(front, home, { customRoles: [high.id] }),
  ];
  expect(outcomeOf(await add(plain.id, admin.id, manager))).toBe('role-too-high');
  expect(outcomeOf(await add(plain.id, manager.id, manager))).toBe('own-account');
  expect(outcomeOf(await add(mighty.id, id, limited))).toBe('beyond-own-access');
  expect(outcomeOf(await add(plain.id, id, limited))).toBe('204');
  expect(outcomeOf(await add(mighty.id, id, manager))).toBe('204');
  expect(outcomeOf(await remove(mighty.id, id, limited)), 'who may not give may take').toBe('204');
  await join(front, home, plain.id, admin.id);
  expect(outcomeOf(await remove(plain.id, admin.id, manager))).toBe('role-too-high');
  await join(front, home, plain.id, manager.id);
  expect(outcomeOf(await remove(plain.id, manager.id, manager))).toBe('own-account');
});

test('content that a group has is not given on by whoever does not have it', async () => {
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const { id } = await arrangeUser(front, home, 'user', { ...little, customRoles: [limited.role.id] });
  const group = await arrangeGroup(front, home);
  const content = {
    org: home.org,
    group: group.id,
    type: 'folder',
    id: freshTitle('f').replaceAll(' ', '-'),
  };
  await ask(front, 'grant-content', { ...content, name: 'Salaries' }, home.owner);
  expect(outcomeOf(await add(group.id, id, limited))).toBe('beyond-own-access');
  await join(front, home, group.id, limited.id);
  expect(outcomeOf(await add(group.id, id, limited))).toBe('204');
});

test('a user is in at most 20 groups and 15 projects; archived, in no more', async () => {
  const { id } = await arrangeUser(front, home);
  const groups = await Promise.all(Array.from({ length: 21 }, () => arrangeGroup(front, home)));
  const answers: string[] = [];
  for (const group of groups) answers.push(outcomeOf(await add(group.id, id)));
  expect(answers).toEqual([...Array(20).fill('204'), 'limit-reached']);
  const projects = await Promise.all(Array.from({ length: 16 }, () => arrangeProject(front, home)));
  const assigned: string[] = [];
  for (const project of projects) assigned.push(outcomeOf(await assign(project.id, id)));
  expect(assigned).toEqual([...Array(15).fill('204'), 'limit-reached']);
  const other = await arrangeUser(front, home);
  await ask(front, 'archive-user', { org: home.org, user: other.id }, home.owner);
  expect(outcomeOf(await add(groups[0]?.id ?? '', other.id))).toBe('wrong-status');
  expect(outcomeOf(await assign(projects[0]?.id ?? '', other.id))).toBe('wrong-status');
});

test('projects are for the role user', async () => {
  const project = await arrangeProject(front, home);
  const manager = await arrangeUser(front, home, 'manager');
  const refusal = await assign(project.id, manager.id);
  expect(refusal.status).toBe(422);
  expect(outcomeOf(refusal)).toBe('project-needs-role-user');
  const { id } = await arrangeUser(front, home);
  for (const _ of [1, 2]) expect(outcomeOf(await assign(project.id, id, manager))).toBe('204');
  expect((await userOf(id)).projects).toEqual([{ id: project.id, name: project.name }]);
  const input = { org: home.org, project: project.id };
  expect((await ask(front, 'get-project', input, home.owner)).body.members).toBe(1);
  const leave = () => ask(front, 'remove-project-member', { ...input, user: id }, home.owner);
  for (const _ of [1, 2]) expect((await leave()).status).toBe(204);
  await front.settle();
  expect((await ask(front, 'list-project-members', input, home.owner)).body.items).toEqual([]);
  expect(await trailOf(project.id)).toEqual([
    'project.created',
    'project.member-added',
    'project.member-removed',
  ]);
});

test('a project is edited under its version, and its deletion counts at once', async () => {
  const project = await arrangeProject(front, home);
  const { id } = await arrangeUser(front, home);
  await assign(project.id, id);
  const input = { org: home.org, project: project.id };
  const under = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
  const edited = await ask(front, 'edit-project', { ...input, name: 'Moon' }, home.owner, under(1));
  expect(edited.body).toMatchObject({ name: 'Moon', version: 2, members: 1 });
  expect(outcomeOf(await refused(front, 'delete-project', input, home.owner, under(1)))).toBe(
    'stale-version',
  );
  expect((await ask(front, 'delete-project', input, home.owner, under(2))).status).toBe(204);
  expect((await userOf(id)).projects).toEqual([]);
  await front.settle();
  const [user] = await front.world.directory.get(ref.user(home.org, id as never));
  expect(user?.projects).toEqual([]);
  expect(await trailOf(project.id)).toContain('project.member-removed');
});

test('ids of other organizations are as good as none', async () => {
  const elsewhere = await arrangeOrganization(front);
  const [group, project] = [await arrangeGroup(front, home), await arrangeProject(front, home)];
  const [foreignGroup, foreignProject] = [
    await arrangeGroup(front, elsewhere),
    await arrangeProject(front, elsewhere),
  ];
  const { id } = await arrangeUser(front, home);
  const foreign = await arrangeUser(front, elsewhere);
  expect(outcomeOf(await add(group.id, foreign.id))).toBe('not-found');
  expect(outcomeOf(await add(foreignGroup.id, id))).toBe('not-found');
  expect(outcomeOf(await remove(foreignGroup.id, id))).toBe('not-found');
  expect(outcomeOf(await assign(project.id, foreign.id))).toBe('not-found');
  expect(outcomeOf(await assign(foreignProject.id, id))).toBe('not-found');
  for (const [key, input] of [
    ['get-group', { group: foreignGroup.id }],
    ['list-group-members', { group: foreignGroup.id }],
    ['list-group-content', { group: foreignGroup.id }],
    ['get-project', { project: foreignProject.id }],
    ['list-project-members', { project: foreignProject.id }],
  ] as const)
    expect(outcomeOf(await refused(front, key, { org: home.org, ...input }, home.owner)), key).toBe(
      'not-found',
    );
});

test('whoever adds somebody to a group before they accept stands for it then', async () => {
  const role = await arrangeRole(front, home);
  const group = await arrangeGroup(front, home, { customRoles: [role.id] });
  const inviter = await arrangeLimited(front, home, ['crm.contacts.read']);
  const { about, token } = await arrangePending(front, home, { ...little, customRoles: [inviter.role.id] });
  await join(front, home, group.id, about.user);
  await acceptBy(front, token);
  expect((await userOf(about.user)).groups).toEqual([{ id: group.id, name: group.name }]);
  expect(await countOf(group.id)).toBe(1);
});

test.each(races(20))('two managers add the same user at once: they are in once (%i)', async () => {
  const managers = [await arrangeUser(front, home, 'manager'), await arrangeUser(front, home, 'manager')];
  const group = await arrangeGroup(front, home);
  const { id } = await arrangeUser(front, home);
  const answers = await atOnce(2, i => add(group.id, id, managers[i]));
  expect(tally(answers)).toEqual({ 204: 2 });
  expect(await countOf(group.id)).toBe(1);
  expect(await trailOf(group.id)).toEqual(['group.created', 'group.member-added']);
});

test.each(races(20))('somebody is added while the group is deleted: nothing of it is left (%i)', async () => {
  const group = await arrangeGroup(front, home);
  const { id } = await arrangeUser(front, home);
  const headers = { 'if-match': '"1"' };
  const [added, deleted] = await Promise.all([
    add(group.id, id),
    refused(front, 'delete-group', { org: home.org, group: group.id }, home.owner, { headers }),
  ]);
  expect(['204', 'not-found']).toContain(outcomeOf(added));
  expect(outcomeOf(deleted)).toBe('204');
  await front.settle();
  const to = group.id;
  const { items } = await front.world.directory.list(
    { of: 'assignment', organization: home.org, to },
    { limit: 10 },
  );
  expect(items).toEqual([]);
  const [user] = await front.world.directory.get(ref.user(home.org, id));
  expect(user?.groups).toEqual([]);
});
