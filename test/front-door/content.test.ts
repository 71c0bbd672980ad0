/** Content of the SaaS's own that is granted to groups. */
import { beforeAll, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup, arrangeLimited, freshTitle, join } from '../harness/arrange-groups.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
});

const freshContent = () => ({ type: 'folder', id: freshTitle('c').replaceAll(' ', '-') });
type Named = ReturnType<typeof freshContent>;

const grant = (group: string, content: Named, name: string, as: Partial<Session> = home.owner) =>
  refused(front, 'grant-content', { org: home.org, group, ...content, name }, as);
const take = (group: string, content: Named) =>
  refused(front, 'remove-content', { org: home.org, group, ...content }, home.owner);
const listed = async (group: string) =>
  (await ask(front, 'list-group-content', { org: home.org, group }, home.owner)).body.items;
const countOf = async (group: string) =>
  (await ask(front, 'get-group', { org: home.org, group }, home.owner)).body.contents;

test('content is granted and taken, once however often it is asked, and its name is the latest', async () => {
  const [one, two] = [await arrangeGroup(front, home), await arrangeGroup(front, home)];
  const content = freshContent();
  for (const _ of [1, 2])
    expect((await grant(one.id, content, 'Reports')).body).toEqual({ ...content, name: 'Reports' });
  expect(await listed(one.id)).toEqual([{ ...content, name: 'Reports' }]);
  expect(await countOf(one.id)).toBe(1);
  await grant(two.id, content, 'Reports of 2026');
  expect(await listed(one.id)).toEqual([{ ...content, name: 'Reports of 2026' }]);
  await grant(one.id, content, 'Reports');
  expect(await listed(two.id)).toEqual([{ ...content, name: 'Reports' }]);
  for (const _ of [1, 2]) expect(outcomeOf(await take(one.id, content))).toBe('204');
  expect(await listed(one.id)).toEqual([]);
  expect(await countOf(one.id)).toBe(0);
  expect(await listed(two.id)).toHaveLength(1);
  await take(two.id, content);
  expect(await front.world.directory.get(ref.content(home.org, content))).toEqual([undefined]);
  const told = (await front.trail(home.org)).filter(({ target }) => target.id === one.id);
  expect(told.map(({ action }) => action)).toEqual([
    'group.created',
    'group.content-granted',
    'group.content-removed',
  ]);
});

test('it pages by type and id', async () => {
  const { id } = await arrangeGroup(front, home);
  for (const name of ['a', 'b', 'c']) await grant(id, { type: 'folder', id: name }, name);
  await grant(id, { type: 'board', id: 'z' }, 'z');
  const input = { org: home.org, group: id, limit: 3 };
  const first = (await ask(front, 'list-group-content', input, home.owner)).body;
  expect(first.items.map(({ name }) => name)).toEqual(['z', 'a', 'b']);
  const rest = await ask(front, 'list-group-content', { ...input, cursor: first.nextCursor }, home.owner);
  expect(rest.body.items.map(({ name }) => name)).toEqual(['c']);
  expect(rest.body).not.toHaveProperty('nextCursor');
});

test('nobody grants content that they do not have', async () => {
  const limited = await arrangeLimited(front, home, ['crm.contacts.read']);
  const [own, other] = [await arrangeGroup(front, home), await arrangeGroup(front, home)];
  const content = freshContent();
  expect(outcomeOf(await grant(other.id, content, 'Salaries', limited))).toBe('beyond-own-access');
  await grant(own.id, content, 'Salaries');
  expect(outcomeOf(await grant(other.id, content, 'Salaries', limited))).toBe('beyond-own-access');
  expect(outcomeOf(await grant(own.id, content, 'Renamed', limited))).toBe('beyond-own-access');
  await join(front, home, own.id, limited.id);
  expect(outcomeOf(await grant(other.id, content, 'Salaries', limited))).toBe('200');
  const manager = await arrangeUser(front, home, 'manager');
  expect(outcomeOf(await grant(other.id, freshContent(), 'New', manager))).toBe('200');
});

test('at most 200 groups have one content; those that are gone do not count', async () => {
  const content = freshContent();
  const { id } = await arrangeGroup(front, home);
  await grant(id, content, 'Wide');
  const [entry, policy] = await front.world.directory.get(
    ref.content(home.org, content),
    ref.policy(home.org),
  );
  if (!entry || !policy) throw new Error('Nothing was granted');
  const others = Array.from({ length: 199 }, () => front.world.ids.make('grp'));
  const groups = { ...policy.groups, ...Object.fromEntries(others.map(other => [other, []])) };
  const withOthers = { ...entry, version: entry.version + 1, groups: [...entry.groups, ...others] };
  const carried = { ...policy, version: policy.version + 1, groups };
  await front.world.directory.commit({
    changes: [
      { do: 'update', before: entry, after: withOthers },
      { do: 'update', before: policy, after: carried },
    ],
    events: [],
  });
  const more = await arrangeGroup(front, home);
  expect(outcomeOf(await grant(more.id, content, 'Wide'))).toBe('limit-reached');
  const less = { ...policy, version: policy.version + 2 };
  await front.world.directory.commit({
    changes: [{ do: 'update', before: carried, after: less }],
    events: [],
  });
  expect(outcomeOf(await grant(more.id, content, 'Wide'))).toBe('200');
});

test.each(races(20))('two grant the same content to one group at once: it has it once (%i)', async () => {
  const { id } = await arrangeGroup(front, home);
  const content = freshContent();
  const answers = await atOnce(2, () => grant(id, content, 'Twice'));
  expect(tally(answers)).toEqual({ 200: 2 });
  expect(await countOf(id)).toBe(1);
  expect(await listed(id)).toHaveLength(1);
});
