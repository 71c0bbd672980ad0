/** What may be changed of a user, by whom, and what is told of it. */
import { expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import { decideEdit, type EditWish } from '../../shared/domain/edit.ts';
import { decideEditMe } from '../../shared/domain/edit-me.ts';
import type { Organization, Person, User, UsernameReservation } from '../../shared/domain/model.ts';
import {
  actor,
  invitation,
  nothingKnown,
  now,
  organization,
  orgId,
  person,
  personId,
  user,
  userCase,
} from './build.ts';

const active = user({ status: 'active', invitation: invitation({ acceptedAt: now }), username: 'uma' });
const reservation: UsernameReservation = {
  type: 'username',
  version: 3,
  organization: orgId(),
  username: 'uma',
  person: personId(),
};

type Scene = {
  by?: ReturnType<typeof actor>;
  user?: Partial<User>;
  person?: Partial<Person>;
  organization?: Partial<Organization>;
};

function edit(wish: EditWish, scene: Scene = {}) {
  const target = { ...active, ...scene.user };
  const it = userCase(target, scene.by ?? actor('owner'), {
    person: person(target, scene.person),
    organization: organization(scene.organization),
  });
  return decideEdit(it, wish, { username: reservation, about: nothingKnown, holdings: 'everything' });
}

const told = (wish: EditWish, scene?: Scene) => {
  const decided = edit(wish, scene);
  return decided.ok ? (decided.events[0]?.changes ?? []) : decided.failure.kind;
};

const shown = (wish: EditWish, scene?: Scene) => {
  const decided = edit(wish, scene);
  return decided.ok ? decided.answer : undefined;
};

test.each<[what: string, wish: EditWish, after: Partial<User>]>([
  ['a plain display name follows', { firstName: 'Una' }, { firstName: 'Una', displayName: 'Una User' }],
  ['both names', { firstName: 'A', lastName: 'B' }, { displayName: 'A B' }],
  ['one that is chosen is taken', { lastName: 'B', displayName: 'Queen B' }, { displayName: 'Queen B' }],
  ['a username', { username: 'una' }, { username: 'una' }],
  ['null takes a username away', { username: null }, { username: undefined }],
  ['a role', { role: 'manager' }, { role: 'manager' }],
])('names and role: %s', (_, wish, after) => {
  expect(shown(wish)).toMatchObject({ ...after, version: 2 });
});

test('a chosen display name stays when the names change', () => {
  expect(shown({ firstName: 'Una' }, { user: { displayName: 'The U' } })).toMatchObject({
    displayName: 'The U',
  });
});

test.each<EditWish>([
  {},
  { firstName: 'Uma', lastName: 'User', displayName: 'Uma User' },
  { username: 'uma', role: 'user', requireMfa: false, apiAccess: false },
])('what is the same already makes no event and no version: %o', wish => {
  const decided = edit(wish);
  expect(decided).toMatchObject({ ok: true, changes: [], events: [], answer: { version: 1 } });
});

test('what is personal is named and not quoted; the rest is quoted', () => {
  const wish = { firstName: 'Una', username: 'una', role: 'manager', requireMfa: true } as const;
  expect(told(wish)).toEqual([
    { field: 'firstName' },
    { field: 'displayName' },
    { field: 'username' },
    { field: 'role', before: 'user', after: 'manager' },
    { field: 'requireMfa', before: false, after: true },
  ]);
});

test('the old username is free and the new one reserved, in the same transaction', () => {
  const decided = edit({ username: 'una' });
  const moved = (decided.ok ? decided.changes : []).flatMap(change =>
    'entity' in change && change.entity.type === 'username' ? [[change.do, change.entity.username]] : [],
  );
  expect(moved).toEqual([
    ['remove', 'uma'],
    ['create', 'una'],
  ]);
});

/** Who may make whom of whom: everybody whom they may edit, before and after. */
const managed: Record<Role, Role[]> = {
  owner: ['owner', 'admin', 'manager', 'user'],
  admin: ['admin', 'manager', 'user'],
  manager: ['manager', 'user'],
  user: [],
};

test.each(Role.options)('a role is given and taken only by who may manage both: %s', role => {
  for (const before of Role.options) {
    for (const after of Role.options) {
      const both = managed[role].includes(before) && managed[role].includes(after);
      const expected = !both ? 'role-too-high' : before === after ? [] : [{ field: 'role', before, after }];
      expect(
        told({ role: after }, { by: actor(role), user: { role: before } }),
        `${before} ${after}`,
      ).toEqual(expected);
    }
  }
});

test.each(Role.options.slice(0, 3))('nobody changes their own role, but their name: %s', role => {
  const myself = { by: actor(role), user: { id: personId(9), role } };
  const [other = 'user'] = Role.options.filter(each => each !== role);
  expect(told({ role: other }, myself)).toBe('own-account');
  expect(told({ role, firstName: 'Una' }, myself)).toEqual([
    { field: 'firstName' },
    { field: 'displayName' },
  ]);
});

const elsewhere = { person: { home: orgId(2) } };
const [withMfa, withFactor] = [
  { user: { requireMfa: true } },
  { user: { factors: ['authenticator' as const] } },
];

test.each<[what: string, wish: EditWish, scene: Scene, expected: unknown]>([
  ['is given', { apiAccess: true }, {}, [{ field: 'apiAccess', before: false, after: true }]],
  [
    'is lacking in the plan',
    { apiAccess: true },
    { organization: { plan: 'starter' } },
    'plan-lacks-api-access',
  ],
  ['is not for who must have a factor', { apiAccess: true }, withMfa, 'api-access-excludes-mfa'],
  ['nor for who has one', { apiAccess: true }, withFactor, 'api-access-excludes-mfa'],
  [
    'nor where all must',
    { apiAccess: true },
    { organization: { requireMfa: true } },
    'api-access-excludes-mfa',
  ],
  ['excludes a factor, too', { requireMfa: true }, { user: { apiAccess: true } }, 'api-access-excludes-mfa'],
  ['is no matter of other organizations', { apiAccess: true }, elsewhere, 'not-home'],
  ['nor is its end', { apiAccess: false }, { ...elsewhere, user: { apiAccess: true } }, 'not-home'],
  [
    'but a second factor may be required anywhere',
    { requireMfa: true },
    elsewhere,
    [{ field: 'requireMfa', before: false, after: true }],
  ],
  [
    'and nobody is told of a home before they have accepted',
    { apiAccess: true },
    { ...elsewhere, user: { invitation: invitation(), status: 'invited' } },
    [{ field: 'apiAccess', before: false, after: true }],
  ],
  [
    'may give way to a factor in one edit',
    { apiAccess: false, requireMfa: true },
    { user: { apiAccess: true } },
    [
      { field: 'requireMfa', before: false, after: true },
      { field: 'apiAccess', before: true, after: false },
    ],
  ],
  ['is not asked about where nothing of it changes', { role: 'user', firstName: 'Uma' }, withFactor, []],
])('API access %s', (_, wish, scene, expected) => {
  expect(told(wish, scene)).toEqual(expected);
});

test('with API access the organization must be as it was read; otherwise nothing is asked of it', () => {
  const checks = (wish: EditWish, scene?: Scene) => {
    const decided = edit(wish, scene);
    return (decided.ok ? decided.changes : []).filter(change => change.do === 'check').length;
  };
  expect(checks({ apiAccess: true })).toBe(1);
  expect(checks({ firstName: 'Una' }, { user: { apiAccess: true } })).toBe(0);
  expect(checks({ apiAccess: false }, { user: { apiAccess: true } })).toBe(0);
});

test("one's own name is that of every user who has accepted, and no event quotes it", () => {
  const known = person(active, { profile: { firstName: 'Uma', lastName: 'User', title: 'Clerk' } });
  const users = [
    active,
    { ...active, organization: orgId(2), displayName: 'The U' },
    user({ organization: orgId(3), firstName: 'Invited', lastName: 'As' }),
  ];
  const decided = decideEditMe(known, users, { lastName: 'Uber', title: null });
  if (!decided.ok) throw new Error('It is refused');
  const renamed = decided.changes.flatMap(change =>
    change.do === 'update' && change.after.type === 'user' ? [change.after] : [],
  );
  expect(renamed.map(each => [each.organization, each.lastName, each.displayName])).toEqual([
    [orgId(), 'Uber', 'Uma Uber'],
    [orgId(2), 'Uber', 'The U'],
  ]);
  expect(decided.answer.profile).toEqual({ firstName: 'Uma', lastName: 'Uber', title: undefined });
  expect(decided.events).toMatchObject([{ changes: [{ field: 'lastName' }, { field: 'title' }] }]);
  expect(decideEditMe(known, users, { title: 'Clerk', language: 'en' })).toMatchObject({
    changes: [],
    events: [],
  });
});
