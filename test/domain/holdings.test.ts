/** What somebody holds, and everything that gives it to them. */
import { expect, test } from 'vitest';
import {
  type Holdings,
  holdingsOf,
  holdsEverything,
  nothingHeld,
  permissionsOf,
  type Rights,
  sourcesOf,
  together,
} from '../../shared/domain/holdings.ts';
import { direct, groupId, holding, keys, policy, rights, roleId } from './build-access.ts';

const there = policy({ 1: keys('read'), 2: keys('read', 'write') }, { 1: [1], 2: [1, 2], 3: [], 4: [9] });

test.each<[what: string, of: Partial<Rights>, holds: string[]]>([
  ['nothing', {}, []],
  ['what is given directly', { access: direct('call') }, ['call']],
  ['what custom roles permit', { customRoles: [roleId(1), roleId(2)] }, ['read', 'write']],
  ['what the custom roles of groups permit', { groups: [groupId(1)] }, ['read']],
  [
    'all of it together, each once',
    { access: direct('read', 'call'), groups: [groupId(2)] },
    ['read', 'call', 'write'],
  ],
  ['nothing by a custom role that is gone', { customRoles: [roleId(9)], groups: [groupId(4)] }, []],
  ['nothing by a group that carries nothing, or is gone', { groups: [groupId(3), groupId(9)] }, []],
])('somebody holds %s', (_, of, holds) => {
  expect([...permissionsOf(rights(of), there)]).toEqual(keys(...holds));
});

test('without a policy only what is given directly counts', () => {
  const all = rights({ access: direct('call'), customRoles: [roleId(1)], groups: [groupId(1)] });
  expect([...permissionsOf(all, undefined)]).toEqual(keys('call'));
});

test.each<[of: Partial<Rights>, everything: boolean]>([
  [{ role: 'owner' }, true],
  [{ role: 'admin' }, true],
  [{ role: 'manager' }, false],
  [{ role: 'manager', access: { mode: 'all' } }, true],
  [{ role: 'user', access: { mode: 'all' } }, true],
  [{ role: 'user', access: direct('read') }, false],
])('%o holds everything: %s', (of, everything) => {
  expect(holdsEverything(rights(of))).toBe(everything);
  expect(holdingsOf(rights(of), there) === 'everything').toBe(everything);
});

test('every source of a permission is named, the broadest first', () => {
  const of = rights({
    ...{ role: 'admin', access: direct('read') },
    ...{ customRoles: [roleId(2), roleId(9)], groups: [groupId(2), groupId(4), groupId(9)] },
  });
  const [one, two] = [1, 2].map(number => ({ id: roleId(number), name: `Role ${number}` }));
  const [read, write] = keys('read', 'write') as [never, never];
  expect(sourcesOf(read, of, there)).toEqual([
    { kind: 'role', role: 'admin' },
    { kind: 'direct' },
    { kind: 'custom-role', ...two },
    { kind: 'group', id: groupId(2), customRole: one },
    { kind: 'group', id: groupId(2), customRole: two },
  ]);
  expect(sourcesOf(write, { ...of, role: 'manager' }, there).map(({ kind }) => kind)).toEqual([
    'custom-role',
    'group',
  ]);
  expect(sourcesOf(write, rights({ access: { mode: 'all' } }), undefined)).toEqual([{ kind: 'all' }]);
  expect(sourcesOf(write, rights({ access: direct('read') }), there)).toEqual([]);
});

test('a permission is held exactly where something gives it', () => {
  const of = rights({ access: direct('call'), customRoles: [roleId(1)], groups: [groupId(2)] });
  const held = permissionsOf(of, there);
  for (const key of keys('read', 'write', 'call', 'other'))
    expect(sourcesOf(key, of, there).length > 0, key).toBe(held.has(key));
});

test.each<[one: Holdings, other: Holdings, both: Holdings]>([
  [nothingHeld, nothingHeld, nothingHeld],
  [holding(['read'], [1]), holding(['write'], [2]), holding(['read', 'write'], [1, 2])],
  ['everything', nothingHeld, 'everything'],
  [holding(['read']), 'everything', 'everything'],
])('two hold together what either does', (one, other, both) => {
  expect(together(one, other)).toEqual(both);
});
