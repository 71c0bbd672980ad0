/** What becomes of a person, their addresses and their account when one of their users is put away, back, or gone. */
import { expect, test } from 'vitest';
import { decideArchive, decideRestore } from '../../shared/domain/archive.ts';
import type { Reserved } from '../../shared/domain/belonging.ts';
import type { Change } from '../../shared/domain/change.ts';
import { homeFor } from '../../shared/domain/home.ts';
import { decideDeactivate, decideDelete } from '../../shared/domain/life.ts';
import type { MembershipState, Person, User } from '../../shared/domain/model.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import {
  actor,
  address,
  invitation,
  minutesFromNow,
  now,
  orgId,
  person,
  personId,
  reserved,
  ties,
  user,
  userCase,
} from './build.ts';

const accepted = invitation({ acceptedAt: minutesFromNow(-30) });
const here = user({ status: 'active', invitation: accepted, username: 'uma' });
const [elsewhere, third] = [orgId(2), orgId(3)];

/** The same person in another organization. */
const there = (more: Partial<User> = {}) =>
  user({ organization: elsewhere, status: 'active', invitation: accepted, home: false, ...more });

const username = (of = personId()) =>
  ({ type: 'username', version: 1, organization: orgId(), username: 'uma', person: of }) as const;

const pendingChange = {
  email: address('new'),
  requestedAt: now,
  expiresAt: minutesFromNow(180),
  generation: 1,
};

type Decided = { ok: true; changes: Change[] } | { ok: false };
const changesOf = (decided: Decided) => (decided.ok ? decided.changes : []);

/** The names of what is removed, and what the person and the other users are afterwards. */
function outcome(decided: Decided) {
  const changes = changesOf(decided);
  const updated = changes.flatMap(change => (change.do === 'update' ? [change.after] : []));
  return {
    removed: changes.flatMap(change => (change.do === 'remove' ? [change.entity.type] : [])).sort(),
    created: changes.flatMap(change => (change.do === 'create' ? [change.entity.type] : [])).sort(),
    person: updated.find(entity => entity.type === 'person'),
    users: updated.filter(entity => entity.type === 'user'),
  };
}

type Scene = {
  person?: Partial<Person>;
  others?: User[];
  reserved?: Partial<Reserved>;
  user?: Partial<User>;
};

function scene({ person: more = {}, others = [], reserved: also = {}, user: facts = {} }: Scene) {
  const target = { ...here, ...facts };
  const memberships = Object.fromEntries(
    [target, ...others].map(({ organization, status }) => [organization, status as MembershipState]),
  );
  const them = person(target, { memberships, ...more });
  const it: UserCase = userCase(target, actor('owner'), { person: them });
  return [it, ties(them, { username: username(), ...also }, others)] as const;
}

test.each([
  ['deactivated', (...[it]: ReturnType<typeof scene>) => decideDeactivate(it)],
  ['archived', decideArchive],
  ['deleted', decideDelete],
] as const)(
  'whoever is %s at home is out everywhere, elsewhere out of that organization alone',
  (_, decide) => {
    const others = [there()];
    expect(outcome(decide(...scene({ others }))).person?.sessionsValidAfter).toEqual({ version: 1, at: now });
    const away = scene({ others: [there({ home: true })], person: { home: elsewhere } });
    expect(outcome(decide(...away)).person?.sessionsValidAfter).toBeUndefined();
  },
);

test.each<[what: string, scene: Scene, removed: string[]]>([
  ['with the last organization everything goes', {}, ['email', 'person', 'user', 'username']],
  ['while another is left, the person stays', { others: [there()] }, ['user', 'username']],
  [
    'where all others are archived, the address is free',
    { others: [there({ status: 'archived' })] },
    ['email', 'user', 'username'],
  ],
  [
    'an address that somebody else has by now stays theirs',
    { user: { status: 'archived' }, reserved: { email: reserved(here.email, personId(2)) } },
    ['person', 'user', 'username'],
  ],
  [
    'a username that somebody else has by now stays theirs',
    { user: { status: 'archived' }, reserved: { username: username(personId(2)) } },
    ['email', 'person', 'user'],
  ],
  [
    'the address that waits to be confirmed goes along',
    {
      person: { emailChange: pendingChange },
      reserved: { pending: reserved(address('new'), personId(), minutesFromNow(180)) },
    },
    ['email', 'email', 'person', 'user', 'username'],
  ],
  [
    'but not where somebody else has it',
    {
      person: { emailChange: pendingChange },
      reserved: { pending: reserved(address('new'), personId(2)) },
    },
    ['email', 'person', 'user', 'username'],
  ],
])('deleting: %s', (_, of, removed) => {
  expect(outcome(decideDelete(...scene(of))).removed).toEqual(removed);
});

test.each<[what: string, scene: Scene, removed: string[]]>([
  ['from the last organization, address and username are free', {}, ['email', 'username']],
  ['while another is left, the address stays', { others: [there()] }, ['username']],
  [
    'whoever has no credentials is nothing but an address, and keeps it',
    { user: { invitation: invitation(), status: 'invited' } },
    ['username'],
  ],
  [
    'a change that waits to be confirmed is called off',
    {
      person: { emailChange: pendingChange },
      others: [there({ status: 'archived' })],
      reserved: { pending: reserved(address('new'), personId(), minutesFromNow(180)) },
    },
    ['email', 'email', 'username'],
  ],
])('archiving: %s', (_, of, removed) => {
  const [it, around] = scene(of);
  const { users, person: after, ...more } = outcome(decideArchive(it, around));
  expect(more.removed).toEqual(removed);
  expect(users[0]).toMatchObject({ status: 'archived', seated: false, username: 'uma' });
  if (of.person?.emailChange) {
    expect(after?.emailChange).toBeUndefined();
    for (const each of users) expect(each).not.toHaveProperty('emailChange', expect.anything());
  }
});

test('API access ends with the archive, and is counted no more', () => {
  const changes = changesOf(decideArchive(...scene({ user: { apiAccess: true } })));
  expect(changes).toContainEqual(
    expect.objectContaining({ do: 'count', add: { active: -1, archived: 1, seats: -1, apiUsers: -1 } }),
  );
});

test.each<[what: string, reserved: Partial<Reserved>, outcome: string | string[]]>([
  ['a free one is taken again', { email: undefined }, ['email', 'username']],
  ['somebody else’s stays theirs', { email: reserved(here.email, personId(2)) }, 'address-in-use'],
  [
    'one that is only held for a change yields',
    { email: reserved(here.email, personId(2), minutesFromNow(5)) },
    ['username'],
  ],
  ['their own, for another organization, is left alone', {}, ['username']],
])('restoring an address: %s', (_, also, expected) => {
  const [it, around] = scene({ user: { status: 'archived' }, reserved: also });
  const decided = decideRestore(it, around);
  if (typeof expected === 'string')
    return expect(decided).toMatchObject({ ok: false, failure: { kind: expected } });
  expect(outcome(decided).created).toEqual(expected);
  const taken = changesOf(decided).find(({ do: how }) => how === 'update');
  expect(taken).toBeDefined();
});

const since = (minutes: number) => invitation({ acceptedAt: minutesFromNow(-minutes) });

test.each<[what: string, users: User[], home: string]>([
  ['stays where it is', [there({ organization: orgId() }), there()], orgId()],
  [
    'goes to whom they accepted first',
    [there(), there({ organization: third, invitation: since(60) })],
    third,
  ],
  [
    'passes over who has archived them',
    [there({ status: 'archived' }), there({ organization: third })],
    third,
  ],
  [
    'leaves where they are archived',
    [there({ organization: orgId(), status: 'archived' }), there()],
    elsewhere,
  ],
  [
    'stays where they are archived everywhere',
    [there({ organization: orgId(), status: 'archived' })],
    orgId(),
  ],
  ['is with whom invited them, while they accepted nobody', [there({ invitation: invitation() })], elsewhere],
])('an account is looked after by somebody: its home %s', (_, users, home) => {
  expect(homeFor({ home: orgId() }, users)).toBe(home);
});

test.each([
  ['archived', decideArchive],
  ['deleted', decideDelete],
] as const)('whoever is %s at home is looked after by another, who is shown it', (_, decide) => {
  const { person: after, users } = outcome(decide(...scene({ others: [there()] })));
  expect(after?.home).toBe(elsewhere);
  expect(users).toContainEqual(expect.objectContaining({ organization: elsewhere, home: true, version: 2 }));
});

test('the files of a picture are named in the event, when nobody shows it any more', () => {
  const told = (of: Scene) => {
    const decided = decideDelete(...scene({ ...of, person: { picture: 'unguessable' } }));
    return decided.ok ? decided.events[0]?.changes : [];
  };
  expect(told({})).toContainEqual({ field: 'picture', before: 'unguessable' });
  expect(told({ others: [there()] })?.map(({ field }) => field)).toEqual(['status', 'role']);
});
