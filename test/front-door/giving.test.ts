/** Access, custom roles, groups and projects are given by inviting and by editing; nobody gives what they do not hold. */
import { beforeAll, expect, test } from 'vitest';
import type { UserView } from '../../shared/contract/users.ts';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail, invitee } from '../harness/arrange.ts';
import {
  alsoHeld,
  arrangeBeyond,
  arrangeManager,
  arrangeWithin,
  beyond,
  custom,
  editUser,
  held,
  retired,
  rightsIn,
} from '../harness/arrange-access.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let manager: Awaited<ReturnType<typeof arrangeManager>>;
let within: Awaited<ReturnType<typeof arrangeWithin>>;
let more: Awaited<ReturnType<typeof arrangeBeyond>>;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
  manager = await arrangeManager(front, home);
  within = await arrangeWithin(front, home);
  more = await arrangeBeyond(front, home);
});

const invite = (wish: object, as: object = home.owner) =>
  refused(front, 'invite-user', { org: home.org, ...invitee(freshEmail('given'), wish) }, as);
const edit = (user: string, wish: object, as: object = home.owner) => editUser(front, home, user, wish, as);
const read = (user: string) => ask(front, 'get-user', { org: home.org, user }, home.owner);
const viewIn = ({ body }: { body: unknown }) => body as UserView;

/** All that there is to give within what the manager holds. */
const gifts = () => ({
  access: custom(held, alsoHeld),
  customRoles: [within.role.id],
  groups: [within.group.id],
  projects: [within.project.id],
});

/** Whether somebody is found in the group, the project and among the holders of the custom role. */
async function foundIn(user: string): Promise<boolean[]> {
  const { org, owner } = home;
  const { group, project, role } = within;
  await front.settle();
  const lists = [
    await ask(front, 'list-group-members', { org, group: group.id, limit: 200 }, owner),
    await ask(front, 'list-project-members', { org, project: project.id, limit: 200 }, owner),
    await ask(front, 'list-role-holders', { org, role: role.id, limit: 200 }, owner),
  ];
  return lists.map(({ body }) => body.items.some(({ id }) => id === user));
}

test('what an invitation gives is shown, and known to group, project and custom role', async () => {
  const answer = await invite(gifts());
  expect(answer.status).toBe(201);
  const expected = { ...gifts(), role: 'user', access: [held, alsoHeld] };
  expect(rightsIn(viewIn(answer))).toEqual(expected);
  const { id } = viewIn(answer);
  expect(viewIn(await read(id)).groups).toEqual([{ id: within.group.id, name: within.group.name }]);
  expect(await foundIn(id)).toEqual([true, true, true]);
});

test('what an edit leaves out stays; what it names is replaced', async () => {
  const { id } = viewIn(await invite(gifts()));
  const edited = await edit(id, { access: custom(held), groups: [] });
  expect(rightsIn(viewIn(edited))).toEqual({
    ...{ role: 'user', access: [held], customRoles: [within.role.id] },
    ...{ groups: [], projects: [within.project.id] },
  });
  expect(await foundIn(id)).toEqual([false, true, true]);
  const told = (await front.trail(home.org)).filter(({ action }) => action === 'user.edited').at(-1);
  expect(told?.changes.map(({ field }) => field)).toEqual(['access', 'groups']);
});

const nowhere = (prefix: string) => `${prefix}_${'0'.repeat(26)}`;
const unknown: [what: string, wish: object, pointer: string, code: string][] = [
  [
    'a permission that the catalogue does not have',
    { access: custom('desk.no.such') },
    '/access/permissions',
    'unknown',
  ],
  [
    'an application that there is not',
    { access: custom('nowhere.at.all') },
    '/access/permissions',
    'unknown',
  ],
  ['a retired permission', { access: custom(held, retired) }, '/access/permissions', 'unknown'],
  ['a custom role that there is not', { customRoles: [nowhere('rol')] }, '/customRoles', 'unknown'],
  ['a group that there is not', { groups: [nowhere('grp')] }, '/groups', 'unknown'],
  ['a project that there is not', { projects: [nowhere('prj')] }, '/projects', 'unknown'],
  ['nothing at all', { access: custom() }, '/access', 'missing'],
  ['nothing but a group', { access: custom(), groups: [] }, '/access', 'missing'],
];

test.each(unknown)('nobody is given %s', async (_, wish, pointer, code) => {
  const { id } = await arrangeUser(front, home);
  for (const answer of [await invite(wish), await edit(id, wish)])
    expect(answer.body.errors, JSON.stringify(answer.body)).toMatchObject([{ pointer, code }]);
});

test('what belongs to another organization is not there', async () => {
  const other = await arrangeOrganization(front);
  const foreign = await arrangeWithin(front, other);
  for (const wish of [
    { customRoles: [foreign.role.id] },
    { groups: [foreign.group.id] },
    { projects: [foreign.project.id] },
  ])
    expect((await invite(wish)).body.errors).toMatchObject([{ code: 'unknown' }]);
});

test('a permission that is retired later stays with whoever has it, and is not given anew', async () => {
  const { directory } = front.world;
  const { id } = await arrangeUser(front, home, 'user', { access: custom(held) });
  const [user] = await directory.get({ type: 'user', organization: home.org, id });
  if (!user) throw new Error('Nobody was arranged');
  const after = { ...user, version: user.version + 1, access: custom(held, retired) };
  await directory.commit({ changes: [{ do: 'update', before: user, after }], events: [] });
  expect(viewIn(await edit(id, { access: custom(retired, held, alsoHeld) })).access).toEqual(
    custom(retired, held, alsoHeld),
  );
  await edit(id, { access: custom(held) });
  expect((await edit(id, { access: custom(held, retired) })).body.errors).toMatchObject([
    { code: 'unknown' },
  ]);
});

test('owners and admins hold everything, and need nothing else', async () => {
  for (const role of ['owner', 'admin']) expect((await invite({ role, access: custom() })).status).toBe(201);
});

const given: [what: string, wish: () => object][] = [
  ['permissions that they hold', () => ({ access: custom(held, alsoHeld) })],
  ['a custom role of them', () => ({ customRoles: [within.role.id] })],
  ['a group that gives no more', () => ({ groups: [within.group.id] })],
  ['a project', () => ({ projects: [within.project.id] })],
];

test.each(given)('a manager with custom access gives %s', async (_, wish) => {
  const wished = { access: custom(held), ...wish() };
  expect(outcomeOf(await invite(wished, manager))).toBe('201');
  const { id } = await arrangeUser(front, home, 'user', { access: custom(held) });
  expect(outcomeOf(await edit(id, wished, manager))).toBe('200');
});

const refusals: [what: string, wish: () => object, pointer: string][] = [
  ['access to all', () => ({ access: { mode: 'all' } }), '/access'],
  ['a permission that they do not hold', () => ({ access: custom(held, beyond) }), '/access'],
  ['a custom role that permits more', () => ({ customRoles: [more.role.id] }), '/customRoles'],
  ['a group that carries such a custom role', () => ({ groups: [more.group.id] }), '/groups'],
  ['a group whose content they do not have', () => ({ groups: [more.library.id] }), '/groups'],
];

test.each(refusals)('a manager with custom access does not give %s', async (_, wish, pointer) => {
  const wished = { access: custom(held), ...wish() };
  const { id } = await arrangeUser(front, home, 'user', { access: custom(held) });
  for (const answer of [await invite(wished, manager), await edit(id, wished, manager)]) {
    expect(outcomeOf(answer)).toBe('beyond-own-access');
    expect(answer.body.errors).toMatchObject([{ pointer, code: 'beyond-own-access' }]);
  }
  expect(rightsIn(viewIn(await read(id)))).toMatchObject({ access: [held], customRoles: [], groups: [] });
});

test('whoever is in a group gives it, whatever it has', async () => {
  const member = await arrangeManager(front, home, { groups: [more.library.id] });
  expect(outcomeOf(await invite({ access: custom(held), groups: [more.library.id] }, member))).toBe('201');
});

test('what somebody has already, whoever gave it, may stay and become less', async () => {
  const rich = { access: custom(held, beyond), groups: [more.group.id], customRoles: [more.role.id] };
  const { id } = await arrangeUser(front, home, 'user', rich);
  const kept = { access: custom(held, beyond, alsoHeld), customRoles: [more.role.id, within.role.id] };
  expect(outcomeOf(await edit(id, kept, manager))).toBe('200');
  expect(outcomeOf(await edit(id, { access: custom(held), groups: [] }, manager))).toBe('200');
  expect(outcomeOf(await edit(id, rich, manager)), 'what is gone is theirs to give no more').toBe(
    'beyond-own-access',
  );
});

test('what is taken from the giver counts at once', async () => {
  const giver = await arrangeManager(front, home);
  expect(outcomeOf(await invite({ access: custom(alsoHeld) }, giver))).toBe('201');
  await edit(giver.id, { access: custom(held) });
  expect(outcomeOf(await invite({ access: custom(alsoHeld) }, giver))).toBe('beyond-own-access');
});

test.each(['owner', 'admin', 'manager'] as const)('nobody changes their own access: %s', async role => {
  const me = await arrangeUser(front, home, role, { access: custom(held) });
  for (const wish of [
    { role: role === 'manager' ? 'user' : 'manager', access: custom(held) },
    { access: { mode: 'all' } },
    { access: custom(held, alsoHeld) },
    { customRoles: [within.role.id] },
    { groups: [within.group.id] },
  ])
    expect(outcomeOf(await edit(me.id, wish, me)), JSON.stringify(wish)).toBe('own-account');
  expect(outcomeOf(await edit(me.id, { displayName: 'Me', access: custom(held) }, me))).toBe('200');
});

test('projects are for the role user: others are told, and a change of role takes them in the same step', async () => {
  const projects = [within.project.id];
  expect(outcomeOf(await invite({ role: 'manager', projects }))).toBe('project-needs-role-user');
  const { id } = viewIn(await invite(gifts()));
  expect(outcomeOf(await edit(id, { role: 'manager', projects }))).toBe('project-needs-role-user');
  const promoted = await edit(id, { role: 'manager' });
  expect(rightsIn(viewIn(promoted))).toMatchObject({ role: 'manager', projects: [] });
  expect(await foundIn(id)).toEqual([true, false, true]);
  const told = (await front.trail(home.org)).filter(({ action }) => action === 'user.edited').at(-1);
  expect(told?.changes).toContainEqual({ field: 'projects', before: projects, after: [] });
});

test('who is archived is in no group as seen from there, and is back in it once restored', async () => {
  const { id } = await arrangeUser(front, home, 'user', gifts());
  const about = { org: home.org, user: id };
  const count = async () =>
    (await ask(front, 'get-group', { org: home.org, group: within.group.id }, home.owner)).body.members;
  const before = await count();
  await ask(front, 'archive-user', about, home.owner);
  expect([await foundIn(id), await count()]).toEqual([[false, false, false], before - 1]);
  await ask(front, 'restore-user', about, home.owner);
  expect([await foundIn(id), await count()]).toEqual([[true, true, true], before]);
});

test('more groups and projects than one step can change are refused, and nothing is changed', async () => {
  const of = await arrangeOrganization(front);
  const make = async (what: 'create-group' | 'create-project', count: number) => {
    const ids = [];
    for (let i = 0; i < count; i++)
      ids.push((await ask(front, what, { org: of.org, name: `Many ${i}` }, of.owner)).body.id);
    return ids;
  };
  const [some, others] = [await make('create-group', 20), await make('create-group', 20)];
  const projects = await make('create-project', 15);
  const { id } = await arrangeUser(front, of, 'user', { groups: some, projects });
  const change = (wish: object) => editUser(front, of, id, wish);
  const refusal = await change({ groups: others, role: 'manager' });
  expect(refusal.body.errors).toMatchObject([{ pointer: '/groups', code: 'too-much-at-once' }]);
  const { body } = await ask(front, 'get-user', { org: of.org, user: id }, of.owner);
  expect(body).toMatchObject({ role: 'user', version: 2 });
  expect((await change({ role: 'manager' })).status).toBe(200);
  expect((await change({ groups: others })).status).toBe(200);
});
