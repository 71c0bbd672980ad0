/** Groups: found by name, changed under versions, gone at once. */
import { beforeAll, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup, arrangeLimited, arrangeRole, freshTitle, join } from '../harness/arrange-groups.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 5000 });
});

const read = (group: string, { org, owner } = home) => ask(front, 'get-group', { org, group }, owner);

/** Under the version that is there. */
async function edit(group: string, wish: object, as: Partial<Arranged['owner']> = home.owner) {
  const { etag = '' } = (await read(group)).headers;
  return ask(front, 'edit-group', { org: home.org, group, ...wish }, as, { headers: { 'if-match': etag } });
}

async function remove(group: string) {
  const { etag = '' } = (await read(group)).headers;
  const headers = { 'if-match': etag };
  return ask(front, 'delete-group', { org: home.org, group }, home.owner, { headers });
}

test('a group is made, read and listed by name, with what its custom roles are called', async () => {
  const there = await arrangeOrganization(front);
  const role = await arrangeRole(front, there);
  const named = (name: string, more = {}) => arrangeGroup(front, there, { name, ...more });
  const group = await named('Émigrés', { externalId: 'E-1', description: 'Abroad', customRoles: [role.id] });
  expect(group).toMatchObject({
    externalId: 'E-1',
    members: 0,
    contents: 0,
    customRoles: [role],
    version: 1,
  });
  expect((await read(group.id, there)).body).toEqual(group);
  expect((await read(group.id, there)).headers.etag).toBe('"1"');
  for (const name of ['zebra', 'Élan', 'emil']) await named(name);
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { org, owner } = there;
    const { body } = await ask(front, 'list-groups', { org, limit: 2, ...(cursor && { cursor }) }, owner);
    names.push(...body.items.map(({ name }) => name));
    cursor = body.nextCursor;
  } while (cursor);
  expect(names).toEqual(['Élan', 'Émigrés', 'emil', 'zebra']);
});

test('groups and projects are found by the beginnings of their names, page by page', async () => {
  const { org, owner } = await arrangeOrganization(front);
  for (const name of ['Émigrés', 'emil', 'Em', 'zebra', 'The emirates'])
    for (const route of ['create-group', 'create-project'] as const)
      await ask(front, route, { org, name }, owner);
  for (const route of ['list-groups', 'list-projects'] as const) {
    const found = async (q: string, limit = 50) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await ask(front, route, { org, q, limit, ...(cursor && { cursor }) }, owner);
        names.push(...body.items.map(({ name }) => name));
        cursor = body.nextCursor;
      } while (cursor);
      return names;
    };
    for (const limit of [1, 2, 50]) expect(await found('ÉM', limit)).toEqual(['Em', 'Émigrés', 'emil']);
    expect(await found('emi')).toEqual(['Émigrés', 'emil']);
    expect(await found('emir')).toEqual([]);
    const { nextCursor: cursor } = (await ask(front, route, { org, limit: 1 }, owner)).body;
    const other = await refused(front, route, { org, limit: 1, q: 'em', cursor }, owner);
    expect(other.body.errors).toMatchObject([{ pointer: '/cursor' }]);
  }
});

test('what is named changes, null takes away, the rest stays, and the trail has it', async () => {
  const role = await arrangeRole(front, home);
  const { id } = await arrangeGroup(front, home, { description: 'Before', externalId: freshTitle('x') });
  const edited = await edit(id, { name: 'Renamed', description: null, customRoles: [role.id] });
  expect(edited.body).toMatchObject({ name: 'Renamed', customRoles: [role], version: 2 });
  expect(edited.body).not.toHaveProperty('description');
  expect(edited.body).toHaveProperty('externalId');
  expect((await edit(id, {})).body, 'an edit that changes nothing is none').toEqual(edited.body);
  expect((await edit(id, { customRoles: [] })).body.customRoles).toEqual([]);
  const told = (await front.trail(home.org)).filter(({ target }) => target.id === id);
  expect(told.map(({ action }) => action)).toEqual(['group.created', 'group.edited', 'group.edited']);
  const late = { org: home.org, group: id, name: 'Late' };
  const headers = { 'if-match': '"1"' };
  expect(outcomeOf(await refused(front, 'edit-group', late, home.owner, { headers }))).toBe('stale-version');
});

test('no two groups have one external id; given up, it is free', async () => {
  const externalId = freshTitle('id');
  const first = await arrangeGroup(front, home, { externalId });
  const second = await arrangeGroup(front, home);
  expect(outcomeOf(await edit(second.id, { externalId }))).toBe('external-id-taken');
  expect((await edit(first.id, { externalId, name: 'Same id' })).status).toBe(200);
  expect((await edit(first.id, { externalId: null })).body).not.toHaveProperty('externalId');
  expect((await edit(second.id, { externalId })).body.externalId).toBe(externalId);
  expect((await remove(second.id)).status).toBe(204);
  await arrangeGroup(front, home, { externalId });
  await arrangeGroup(front, await arrangeOrganization(front), { externalId });
});

test.each(races(20))('two take one external id at once: one has it (%i)', async () => {
  const wish = { org: home.org, externalId: freshTitle('wanted') };
  const answers = await atOnce(2, i => ask(front, 'create-group', { ...wish, name: `${i}` }, home.owner));
  expect(tally(answers)).toEqual({ 201: 1, 'external-id-taken': 1 });
});

test('the same key makes one group', async () => {
  const wish = { org: home.org, name: freshTitle('Once') };
  const headers = { 'idempotency-key': freshTitle('key') };
  const [one, other] = await atOnce(2, () => ask(front, 'create-group', wish, home.owner, { headers }));
  const again = await ask(front, 'create-group', wish, home.owner, { headers });
  const ids = [one, other, again].map(answer => answer?.body.id);
  expect(new Set(ids.filter(Boolean)).size).toBe(1);
});

test('a deleted group is gone at once, with all that it gave; a job takes it from its members', async () => {
  const role = await arrangeRole(front, home);
  const { id } = await arrangeGroup(front, home, { externalId: freshTitle('x'), customRoles: [role.id] });
  const members = await Promise.all([1, 2, 3].map(() => arrangeUser(front, home)));
  for (const { id: user } of members) await join(front, home, id, user);
  const content = { org: home.org, group: id, type: 'folder', id: freshTitle('c').replaceAll(' ', '-') };
  await ask(front, 'grant-content', { ...content, name: 'Reports' }, home.owner);
  expect((await read(id)).body).toMatchObject({ members: 3, contents: 1 });

  expect((await remove(id)).status).toBe(204);
  expect((await read(id)).status).toBe(404);
  const [policy] = await front.world.directory.get(ref.policy(home.org));
  expect(policy?.groups).not.toHaveProperty(id);
  const { id: member = home.owner.id } = members[0] ?? {};
  const shown = () => ask(front, 'get-user', { org: home.org, user: member }, home.owner);
  expect((await shown()).body.groups).toEqual([]);

  await front.settle();
  const [user] = await front.world.directory.get(ref.user(home.org, member));
  expect(user?.groups).toEqual([]);
  const { items } = (await ask(front, 'list-jobs', { org: home.org }, home.owner)).body;
  const job = items.find(({ about }) => about?.id === id);
  expect(job).toMatchObject({ kind: 'unassign', state: 'done' });
  expect(job?.progress).toEqual({ done: 3, failed: 0, skipped: 0, total: 3 });
  expect(
    JSON.stringify((await front.stored()).filter(it => !/"(job|answer)/.test(JSON.stringify(it)))),
  ).not.toContain(id);
  const left = (await front.trail(home.org)).filter(
    ({ action, target }) => action === 'group.member-removed' && target.id === id,
  );
  expect(left.map(({ changes }) => changes[0]?.before).sort()).toEqual(members.map(({ id: m }) => m).sort());
});

test('nobody has a group give what they do not hold', async () => {
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const high = await arrangeRole(front, home, ['crm.contacts.read', 'crm.contacts.delete']);
  const create = (customRoles: string[]) =>
    refused(front, 'create-group', { org: home.org, name: freshTitle('G'), customRoles }, limited);
  expect(outcomeOf(await create([high.id]))).toBe('beyond-own-access');
  expect(outcomeOf(await create([limited.role.id]))).toBe('201');
  const { id } = await arrangeGroup(front, home, { customRoles: [high.id] });
  expect(outcomeOf(await edit(id, { customRoles: [high.id, limited.role.id] }, limited))).toBe('200');
  expect(outcomeOf(await edit(id, { customRoles: [] }, limited))).toBe('200');
  expect(outcomeOf(await edit(id, { customRoles: [high.id] }, limited))).toBe('beyond-own-access');
});

test('custom roles that are not there, or elsewhere, are all the same', async () => {
  const elsewhere = await arrangeOrganization(front);
  const foreign = await arrangeRole(front, elsewhere);
  const missing = front.world.ids.make('rol');
  const [one, two] = await Promise.all(
    [foreign.id, missing].map(id =>
      refused(front, 'create-group', { org: home.org, name: 'X', customRoles: [id] }, home.owner),
    ),
  );
  expect(one?.status).toBe(422);
  expect(one?.body.errors).toEqual(two?.body.errors);
});

test('an organization has no more than 500 groups that carry something', async () => {
  const there = await arrangeOrganization(front);
  const role = await arrangeRole(front, there);
  const { id } = await arrangeGroup(front, there);
  const [policy] = await front.world.directory.get(ref.policy(there.org));
  if (!policy) throw new Error('There is no policy');
  const full = Array.from({ length: 500 }, () => [front.world.ids.make('grp'), []]);
  const after = { ...policy, version: policy.version + 1, groups: Object.fromEntries(full) };
  await front.world.directory.commit({ changes: [{ do: 'update', before: policy, after }], events: [] });
  const { org, owner } = there;
  const wish = { org, name: 'One more', customRoles: [role.id] };
  expect(outcomeOf(await refused(front, 'create-group', wish, owner))).toBe('limit-reached');
  const grant = { org, group: id, type: 'folder', id: 'f', name: 'F' };
  expect(outcomeOf(await refused(front, 'grant-content', grant, owner))).toBe('limit-reached');
  await arrangeGroup(front, there);
});
