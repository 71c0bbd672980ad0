/** Who may give what to whom: every kind of receiver, and every refusal. */
import { expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Holdings } from '../../shared/domain/holdings.ts';
import { type Grant, type Granted, type Grantee, mayGrant } from '../../shared/domain/may-grant.ts';
import { actor, personId } from './build.ts';
import { direct, group, groupId, holding, keys, policy, projectId, rights, roleId } from './build-access.ts';

/** Role 1 permits to read, 2 to read and write; group 1 carries role 1, 2 carries both, 3 has content, 4 carries nothing. */
const granted: Granted = {
  policy: policy({ 1: keys('read'), 2: keys('read', 'write') }, { 1: [1], 2: [1, 2], 3: [] }),
  groups: [group(1), group(2), group(3, { contents: 1 }), group(4)],
};
const reader = holding(['read']);
const invitee = { is: 'invitee' } as const;
const somebody = (before = rights({ access: direct('read') })) =>
  ({ is: 'user', id: personId(1), before }) as const;

/** What comes of it, with the fields that are refused. */
function judged(holdings: Holdings, target: Grantee, change: Grant, by: Actor = actor('manager')): string {
  const result = mayGrant({ actor: by, holdings }, target, change, granted);
  if (result.ok) return 'given';
  const { kind, errors = [] } = result.failure;
  return [kind, ...errors.map(({ pointer }) => pointer)].join(' ');
}

const refused = 'beyond-own-access';
const asRights = (more: Parameters<typeof rights>[0]) => ({ rights: rights(more) });

test.each<[what: string, change: Grant, expected: string]>([
  ['a permission that is held', asRights({ access: direct('read') }), 'given'],
  ['a permission that is not', asRights({ access: direct('read', 'write') }), `${refused} /access`],
  ['access to all', asRights({ access: { mode: 'all' } }), `${refused} /access`],
  ['a custom role within what is held', asRights({ customRoles: [roleId(1)] }), 'given'],
  ['a custom role beyond it', asRights({ customRoles: [roleId(1), roleId(2)] }), `${refused} /customRoles`],
  ['a custom role that is gone', asRights({ customRoles: [roleId(9)] }), 'given'],
  ['a group that carries what is held', asRights({ groups: [groupId(1)] }), 'given'],
  ['a group that carries more', asRights({ groups: [groupId(2)] }), `${refused} /groups`],
  ['a group that has content', asRights({ groups: [groupId(3)] }), `${refused} /groups`],
  ['a group that carries nothing', asRights({ groups: [groupId(4)] }), 'given'],
  ['a project', asRights({ projects: [projectId(1)] }), 'given'],
  [
    'too much in several fields',
    asRights({ access: direct('write'), customRoles: [roleId(2)], groups: [groupId(2), groupId(3)] }),
    `${refused} /access /customRoles /groups`,
  ],
])('a manager who may read, to somebody invited or a user: %s', (_, change, expected) => {
  expect(judged(reader, invitee, change)).toBe(expected);
  expect(judged(reader, somebody(rights()), change)).toBe(expected);
  expect(judged('everything', invitee, change)).toBe('given');
  expect(judged('everything', somebody(rights()), change)).toBe('given');
});

test('being in a group is holding it, with all that it carries and has', () => {
  const member = holding([], [2, 3]);
  expect(judged(member, invitee, asRights({ groups: [groupId(2), groupId(3)] }))).toBe('given');
  expect(judged(member, invitee, asRights({ access: direct('read') }))).toBe(`${refused} /access`);
});

const rich = rights({
  access: direct('read', 'write'),
  customRoles: [roleId(2)],
  groups: [groupId(2), groupId(3)],
});

test.each<
  [what: string, before: Parameters<typeof rights>[0], after: Parameters<typeof rights>[0], expected: string]
>([
  ['what they have stays', rich, rich, 'given'],
  ['less of it', rich, { access: direct('write') }, 'given'],
  [
    'what they have, and what the giver holds',
    rich,
    { ...rich, groups: [...rich.groups, groupId(1)] },
    'given',
  ],
  [
    'what a custom role gives them, by itself',
    { customRoles: [roleId(2)] },
    { access: direct('write') },
    `${refused} /access`,
  ],
  ['some of everything, to whoever had all', { access: { mode: 'all' } }, rich, 'given'],
  ['all, to whoever has all', { access: { mode: 'all' } }, { access: { mode: 'all' } }, 'given'],
  ['all, to whoever has much', rich, { access: { mode: 'all' } }, `${refused} /access`],
])('only what is added counts: %s', (_, before, after, expected) => {
  expect(judged(reader, somebody(rights(before)), asRights(after))).toBe(expected);
});

test('nobody manages a role above what theirs may manage, nor gives one', () => {
  const manageable = {
    owner: Role.options,
    admin: Role.options.slice(1),
    manager: Role.options.slice(2),
    user: [],
  };
  for (const by of Role.options)
    for (const role of Role.options) {
      const may = (manageable[by] as readonly Role[]).includes(role) ? 'given' : 'role-too-high';
      expect(judged('everything', invitee, asRights({ role }), actor(by)), `${by} invites ${role}`).toBe(may);
      const same = { rights: rights({ role }) };
      expect(judged('everything', somebody(rights({ role })), same, actor(by))).toBe(may);
      const raised = judged('everything', somebody(rights()), same, actor(by));
      expect(raised, `${by} makes a user ${role}`).toBe(by === 'user' ? 'role-too-high' : may);
    }
});

test('a role that holds everything is given by whoever holds everything', () => {
  expect(judged(reader, invitee, asRights({ role: 'admin' }), actor('admin'))).toBe(`${refused} /role`);
});

test.each(['owner', 'admin', 'manager'] as const)('nobody changes their own rights: %s', role => {
  const own = { is: 'user', id: personId(9), before: rights({ role, access: direct('read') }) } as const;
  const wishes = [
    { role: 'user' as const },
    { access: direct('read', 'write') },
    { access: direct() },
    { customRoles: [roleId(1)] },
    { groups: [groupId(1)] },
    { projects: [projectId(1)] },
  ];
  for (const wish of wishes)
    expect(judged('everything', own, { rights: { ...own.before, ...wish } }, actor(role))).toBe(
      'own-account',
    );
  expect(judged('everything', own, { rights: own.before }, actor(role)), 'as they are').toBe('given');
});

test.each<[what: string, target: Grantee, change: Grant, expected: string]>([
  ['to a custom role what is held', { is: 'custom-role' }, { permissions: keys('read') }, 'given'],
  ['to a custom role more', { is: 'custom-role' }, { permissions: keys('write') }, `${refused} /permissions`],
  ['to a group a custom role within', { is: 'group' }, { customRoles: [roleId(1)] }, 'given'],
  [
    'to a group a custom role beyond',
    { is: 'group' },
    { customRoles: [roleId(2)] },
    `${refused} /customRoles`,
  ],
  ['content of their own group', { is: 'content', groups: [groupId(3), groupId(4)] }, {}, 'given'],
  ['content of groups that they are not in', { is: 'content', groups: [groupId(3)] }, {}, `${refused} /id`],
  ['content that nobody has', { is: 'content', groups: [] }, {}, `${refused} /id`],
  ['nothing', { is: 'group' }, {}, 'given'],
])('a manager who may read gives %s', (_, target, change, expected) => {
  expect(judged(holding(['read'], [4]), target, change)).toBe(expected);
  expect(judged('everything', target, change)).toBe('given');
});

test('the system gives as it must, and whoever is in no organization gives nothing', () => {
  const system = { kind: 'system', name: 'founding' } as const;
  expect(judged('everything', invitee, asRights({ role: 'owner' }), system)).toBe('given');
  const nobody = { kind: 'anonymous' } as const;
  expect(judged('everything', invitee, asRights({}), nobody)).toBe('role-too-high');
});
