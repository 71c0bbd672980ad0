/** Custom roles: made of what the catalogue offers, at once for everybody who has them, and gone without a trace. */
import { beforeAll, expect, test } from 'vitest';
import type { RoleId } from '../../shared/contract/ids.ts';
import type { AccessPolicy } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeCatalogue, arrangeRole, desk } from '../harness/arrange-catalogue.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front);
  await arrangeCatalogue(front);
});

const create = (input: Record<string, unknown>, of = home) =>
  refused(front, 'create-custom-role', { org: of.org, permissions: [], ...input }, of.owner);
const read = async (role: string) => ask(front, 'get-custom-role', { org: home.org, role }, home.owner);
const edit = (role: string, version: number, wish: Record<string, unknown>) =>
  refused(front, 'edit-custom-role', { org: home.org, role, ...wish }, home.owner, {
    headers: { 'if-match': `"${version}"` },
  });
const newest = async (of = home) => (await front.trail(of.org)).at(-1);

test('a custom role is what was decided, in the list by name, and in the trail', async () => {
  const of = await arrangeOrganization(front);
  const permissions = ['desk.tickets.read', 'desk.tickets.write'];
  const role = { name: 'Support', description: 'Who answers.', permissions };
  const { body } = await ask(front, 'create-custom-role', { org: of.org, ...role }, of.owner);
  expect(body).toMatchObject({ ...role, version: 1 });
  expect(await newest(of)).toMatchObject({
    action: 'custom-role.created',
    target: { type: 'custom-role', id: body.id },
    changes: [
      { field: 'name', after: 'Support' },
      { field: 'description', after: 'Who answers.' },
      { field: 'permissions', after: permissions },
    ],
  });
  await create({ name: 'Auditor' }, of);
  const list = await ask(front, 'list-custom-roles', { org: of.org }, of.owner);
  expect(list.body.items.map(({ name }) => name)).toEqual(['Auditor', 'Support']);
  const one = await ask(front, 'get-custom-role', { org: of.org, role: body.id }, of.owner);
  expect([one.body, one.headers.etag]).toEqual([body, '"1"']);
});

test('an edit changes what it names, in the version that was read', async () => {
  const role = await arrangeRole(front, home, { description: 'Old' });
  const edited = await edit(role.id, 1, { description: null, permissions: ['desk.macros.edit'] });
  expect(edited.status).toBe(200);
  const { description: _, ...rest } = role;
  expect((await read(role.id)).body).toEqual({ ...rest, permissions: ['desk.macros.edit'], version: 2 });
  expect((await newest())?.changes).toEqual([
    { field: 'description', before: 'Old' },
    { field: 'permissions', before: ['desk.tickets.read'], after: ['desk.macros.edit'] },
  ]);
  expect(outcomeOf(await edit(role.id, 1, { name: 'Late' }))).toBe('stale-version');
  const before = await front.trail(home.org);
  expect((await edit(role.id, 2, { permissions: ['desk.macros.edit'] })).status).toBe(200);
  expect(await front.trail(home.org)).toEqual(before);
});

test('no two of an organization have one name, in whatever letters', async () => {
  const role = await arrangeRole(front, home, { name: 'Dispatch' });
  expect(outcomeOf(await create({ name: 'DISPATCH' }))).toBe('name-taken');
  expect(outcomeOf(await create({ name: 'Dispatch' }, await arrangeOrganization(front)))).toBe('201');
  const other = await arrangeRole(front, home);
  expect(outcomeOf(await edit(other.id, 1, { name: 'dispatch' }))).toBe('name-taken');
  expect(outcomeOf(await edit(role.id, 1, { name: 'dispatch' }))).toBe('200');
});

test.each(races(5))('of several who take a name at once, one gets it (%i)', async () => {
  const name = `Runner ${Math.random()}`;
  const outcomes = tally(await atOnce(4, () => create({ name })));
  expect(outcomes['201']).toBe(1);
});

test('only what the catalogue offers is permitted; what is retired stays where it is', async () => {
  const permissions = ['desk.tickets.read', 'desk.nothing.there', 'desk.phone.call'];
  const answer = await create({ name: 'Caller', permissions });
  expect(answer.body.errors).toMatchObject([
    { pointer: '/permissions/1', code: 'unknown' },
    { pointer: '/permissions/2', code: 'unknown' },
  ]);
  const role = await arrangeRole(front, home);
  await storeIn(home, { [role.id]: ['desk.phone.call'] });
  const { version } = (await read(role.id)).body;
  const kept = await edit(role.id, version, { permissions: ['desk.phone.call', 'desk.tickets.read'] });
  expect(kept.status).toBe(200);
});

/** Custom roles as they may have come to be: straight in the policy. */
async function storeIn(of: Arranged, permitting: Record<string, string[]>) {
  const { directory, clock } = front.world;
  const [policy] = await directory.get(ref.policy(of.org));
  if (!policy) throw new Error('There is no custom role yet');
  const added = Object.entries(permitting).map(([id, permissions], i) => [
    id,
    { version: 1, name: `Stored ${i}`, createdAt: clock.now(), permissions },
  ]);
  const customRoles = { ...policy.customRoles, ...Object.fromEntries(added) };
  const after: AccessPolicy = { ...policy, version: policy.version + 1, customRoles };
  const result = await directory.commit({ changes: [{ do: 'update', before: policy, after }], events: [] });
  expect(result.ok).toBe(true);
}

test('there are at most a hundred, with at most five thousand permissions, and the refusal says which', async () => {
  const ids = (count: number): RoleId[] => Array.from({ length: count }, () => front.world.ids.make('rol'));
  const many = await arrangeOrganization(front);
  await arrangeRole(front, many);
  await storeIn(many, Object.fromEntries(ids(98).map(id => [id, []])));
  expect(outcomeOf(await create({ name: 'The hundredth' }, many))).toBe('201');
  const refusal = await create({ name: 'One more' }, many);
  expect([outcomeOf(refusal), refusal.body.detail]).toEqual(['limit-reached', expect.stringMatching(/100/)]);

  const full = await arrangeOrganization(front);
  await arrangeRole(front, full);
  const filled = Array.from({ length: 200 }, (_, i) => `desk.permission.no-${i}`);
  await storeIn(full, Object.fromEntries(ids(25).map(id => [id, filled.slice(0, 199)])));
  const offered = desk.permissions.filter(({ retiredAt }) => !retiredAt).map(({ key }) => key);
  for (let i = 0; i < 6; i++)
    expect((await create({ name: `No. ${i}`, permissions: offered }, full)).status).toBe(201);
  const beyond = await create({ name: 'Beyond', permissions: offered }, full);
  expect([outcomeOf(beyond), beyond.body.detail]).toEqual(['limit-reached', expect.stringMatching(/5,000/)]);
});

test('who has one is listed page by page, with the groups that carry it', async () => {
  const role = await arrangeRole(front, home);
  const people = [];
  for (let i = 0; i < 3; i++) people.push(await arrangeUser(front, home, 'user', { customRoles: [role.id] }));
  const { org, owner } = home;
  const carrying = { org, name: 'Field sales', customRoles: [role.id] };
  const group = (await ask(front, 'create-group', carrying, owner)).body;
  await ask(front, 'add-group-member', { org, group: group.id, user: people[0]?.id }, owner);
  await front.settle();
  const first = (await ask(front, 'list-role-holders', { org, role: role.id, limit: 2 }, owner)).body;
  const cursor = first.nextCursor;
  const second = (await ask(front, 'list-role-holders', { org, role: role.id, limit: 2, cursor }, owner))
    .body;
  expect(first.items).toHaveLength(2);
  expect(second.nextCursor).toBeUndefined();
  expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
    people.map(({ id }) => id).sort(),
  );
  for (const { groups } of [first, second])
    expect(groups).toEqual([{ id: group.id, name: 'Field sales', members: 1 }]);
});

test('one that is deleted gives nothing from then on, and a job takes it from whoever had it', async () => {
  const role = await arrangeRole(front, home);
  const { org, owner } = home;
  const user = await arrangeUser(front, home, 'user', { customRoles: [role.id] });
  const group = (await ask(front, 'create-group', { org, name: 'Depot', customRoles: [role.id] }, owner))
    .body;
  const about = { org, role: role.id };
  const gone = await refused(front, 'delete-custom-role', about, owner, { headers: { 'if-match': '"1"' } });
  expect(gone.status).toBe(204);
  expect((await newest())?.action).toBe('job.queued');
  expect((await front.trail(org)).at(-2)).toMatchObject({
    action: 'custom-role.deleted',
    changes: [{ field: 'name', before: role.name }, { field: 'permissions' }, { field: 'job' }],
  });
  for (const key of ['get-custom-role', 'list-role-holders'] as const)
    expect(outcomeOf(await refused(front, key, about, owner))).toBe('not-found');
  const shown = (await ask(front, 'get-user', { org, user: user.id }, owner)).body;
  expect(shown.customRoles).toEqual([]);
  expect((await ask(front, 'get-group', { org, group: group.id }, owner)).body.customRoles).toEqual([]);
  await front.settle();
  const [stored] = await front.world.directory.get(ref.user(home.org, user.id));
  expect(stored?.customRoles).toEqual([]);
});
