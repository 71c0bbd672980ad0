import { describe, expect, test } from 'vitest';
import { actorIn, homeOrganization } from '../../console/api/actor.ts';
import { fits } from '../../console/api/user-fits.ts';
import { type UserPage, withUser } from '../../console/api/user-pages.ts';
import { type Deed, deedGroupsFor, deedsFor, stateAt } from '../../console/features/users/deeds.ts';
import type { Me } from '../../shared/contract/auth.ts';
import type { InvitationView } from '../../shared/contract/invitations.ts';
import type { Role, Standing } from '../../shared/contract/roles.ts';
import { Email } from '../../shared/contract/text.ts';
import type { UserView } from '../../shared/contract/users.ts';
import { viewInvitation } from '../../shared/domain/invitation.ts';
import { viewMe } from '../../shared/domain/me.ts';
import { nothingNamed } from '../../shared/domain/rights.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { viewUser } from '../../shared/domain/user.ts';
import { person as human, orgId, personId, invitation as stored, user } from '../domain/build.ts';

const org = orgId();
const now = timeOf(new Date());
const at = (offset: number) => timeOf(new Date(Date.now() + offset));
const accepted = stored({ acceptedAt: now });
let made = 100;
const someone = (different: Partial<UserView>) => ({
  ...viewUser(user({ id: personId(++made), status: 'active', invitation: accepted }), {
    named: nothingNamed,
    now,
  }),
  ...different,
});
const named = (displayName: string, different: Partial<UserView> = {}) =>
  someone({ firstName: displayName, lastName: '', displayName, ...different });
const invitation = (different: Partial<InvitationView>): InvitationView => {
  const view = viewInvitation(user({ invitation: stored({ expiresAt: at(3_600_000) }) }), now);
  if (!view) throw new Error('an invited user has an invitation');
  return { ...view, ...different };
};

describe('what can be done with a user', () => {
  const owner = {
    id: personId(),
    role: 'owner' as Role,
    as: 'member' as Standing,
  };
  const deeds = (different: Partial<UserView>, actor = owner): Deed[] =>
    deedsFor(actor, someone(different), Date.now());
  const invited = (different: Parameters<typeof invitation>[0]) => ({
    status: 'invited' as const,
    invitation: invitation(different),
  });

  const atHome = ['change-email', 'change-picture', 'reset-password', 'force-reset', 'sign-out'];
  const sorted = (given: readonly string[]) => [...given].sort();

  test.for([
    ['active', {}, ['edit', ...atHome, 'deactivate', 'archive', 'hand-over', 'delete']],
    [
      'with a second factor and a picture',
      { mfa: { required: false, enrolled: ['sms'] }, pictureUrl: '/pictures/x' },
      ['edit', ...atHome, 'remove-picture', 'reset-mfa', 'deactivate', 'archive', 'hand-over', 'delete'],
    ],
    [
      'whose address changes',
      { emailChange: { email: 'new@example.com', requestedAt: now, expiresAt: at(1) } },
      ['edit', ...atHome, 'cancel-email-change', 'deactivate', 'archive', 'hand-over', 'delete'],
    ],
    [
      'looked after elsewhere',
      { home: false, mfa: { required: false, enrolled: ['sms'] } },
      ['edit', 'sign-out', 'deactivate', 'archive', 'hand-over', 'delete'],
    ],
    [
      'active and not approved: no link lets them in',
      { approved: false },
      ['edit', ...without('reset-password', atHome), 'deactivate', 'archive', 'delete'],
    ],
    [
      'inactive who had accepted',
      { status: 'inactive' },
      ['edit', ...without('reset-password', atHome), 'reactivate', 'archive', 'delete'],
    ],
    [
      'inactive who never accepted',
      { ...invited({ state: 'expired' }), status: 'inactive' },
      ['edit', 'send', 'archive', 'delete'],
    ],
    [
      'pending',
      invited({}),
      ['edit', 'send', 'copy-link', 'extend', 'revoke', 'deactivate', 'archive', 'delete'],
    ],
    ['expired', invited({ state: 'expired' }), ['edit', 'send', 'deactivate', 'archive', 'delete']],
    [
      'expired a moment ago',
      invited({ expiresAt: at(-1) }),
      ['edit', 'send', 'deactivate', 'archive', 'delete'],
    ],
    ['revoked', invited({ state: 'revoked' }), ['edit', 'send', 'deactivate', 'archive', 'delete']],
    ['not sent', invited({ state: 'not-sent' }), ['edit', 'send', 'deactivate', 'archive', 'delete']],
    ['archived', { status: 'archived' }, ['restore', 'delete']],
  ] as const)('%s', ([_, different, expected]) =>
    expect(sorted(deeds(different as Partial<UserView>))).toEqual(sorted(expected)),
  );

  test('they stand in groups, of which none is empty', () =>
    expect(deedGroupsFor(owner, someone(invited({})), Date.now())).toEqual([
      ['edit'],
      ['send', 'copy-link', 'extend', 'revoke'],
      ['deactivate', 'archive'],
      ['delete'],
    ]));

  test('people edit themselves, and do the rest in their profile', () => {
    const self = someone({ pictureUrl: '/pictures/x', mfa: { required: false, enrolled: ['sms'] } });
    expect(deedsFor({ ...owner, id: self.id }, self, Date.now())).toEqual([
      'edit',
      'change-picture',
      'remove-picture',
    ]);
  });
  test.for([
    ['manager', 'manager', ['edit', ...atHome, 'deactivate', 'archive']],
    ['manager', 'user', ['edit', ...atHome, 'deactivate', 'archive', 'delete']],
    ['manager', 'admin', []],
    ['admin', 'owner', []],
    ['user', 'user', []],
  ] as const)('a %s, with a %s', ([role, target, expected]) =>
    expect(sorted(deeds({ role: target }, { ...owner, role }))).toEqual(sorted(expected)),
  );
  test('a partner does all but give away what is not theirs', () =>
    expect(sorted(deeds({}, { ...owner, as: 'partner' }))).toEqual(
      sorted(['edit', ...atHome, 'deactivate', 'archive', 'delete']),
    ));
  test('nobody hands over to an owner, who is one already', () =>
    expect(deeds({ role: 'owner' })).not.toContain('hand-over'));
});

function without(one: string, all: readonly string[]): string[] {
  return all.filter(each => each !== one);
}

test('an invitation has expired from its very moment on', () => {
  const pending = invitation({ expiresAt: at(0) });
  const moment = Date.parse(pending.expiresAt ?? '');
  expect([stateAt(pending, moment - 1), stateAt(pending, moment)]).toEqual(['pending', 'expired']);
});

describe('a list after a write', () => {
  const [anna, bela, carl] = ['Anna', 'Béla', 'Carl'].map(name => named(name));
  if (!anna || !bela || !carl) throw new Error('three were made');
  const active = { status: ['active' as const] };
  const names = (page: UserPage, query: Parameters<typeof withUser>[1], written: UserView) =>
    withUser(page, { ...active, ...query }, written).items.map(({ displayName }) => displayName);

  test('shows the user as they are now', () => {
    const after = { ...bela, version: 2 };
    expect(withUser({ items: [anna, bela, carl] }, active, after).items[1]).toBe(after);
  });
  test('lets go of whom it is not about any more', () => {
    expect(names({ items: [anna, bela, carl] }, {}, { ...bela, status: 'inactive' })).toEqual([
      'Anna',
      'Carl',
    ]);
    expect(names({ items: [anna, bela, carl] }, { role: ['user'] }, { ...bela, role: 'manager' })).toEqual([
      'Anna',
      'Carl',
    ]);
  });
  test('puts a new user where the order wants them', () => {
    expect(names({ items: [anna, carl] }, {}, bela)).toEqual(['Anna', 'Béla', 'Carl']);
    expect(names({ items: [carl, anna] }, { sort: '-name' }, bela)).toEqual(['Carl', 'Béla', 'Anna']);
    const manager = { ...bela, role: 'manager' as const };
    expect(names({ items: [carl, anna] }, { sort: 'role' }, manager)).toEqual(['Béla', 'Carl', 'Anna']);
  });
  test('leaves a new user for the page that they belong to', () => {
    const page = { items: [bela], nextCursor: 'more' };
    expect(names(page, {}, carl)).toEqual(['Béla']);
    expect(names(page, { cursor: 'before' }, anna)).toEqual(['Béla']);
    expect(names({ items: [anna, bela] }, {}, carl)).toEqual(['Anna', 'Béla', 'Carl']);
  });
});

describe('whether a list would have a user', () => {
  const zoe = someone({
    firstName: 'Zoë',
    lastName: "O'Neill-Brandt",
    displayName: 'Zoë B.',
    username: 'zb-7',
    email: Email.parse('z.brandt@example.com'),
    lastActiveAt: at(0),
  });
  test.for([
    [{ q: 'zoe bra' }, true],
    [{ q: 'neill' }, true],
    [{ q: 'Z.BRANDT@EX' }, true],
    [{ q: 'oe' }, false],
    [{ role: ['user'], type: ['own'], mfa: ['none'], approved: 'true' }, true],
    [{ type: ['guest'] }, false],
    [{ mfa: ['enrolled'] }, false],
    [{ approved: 'false' }, false],
    [{ delivery: ['bounced'] }, false],
    [{ invitation: ['none'] }, false],
    [{ group: ['grp_00000000000000000000000000'] }, false],
    [{ activeFrom: at(-1000), activeBefore: at(1000) }, true],
    [{ activeBefore: at(-1000) }, false],
    [{ status: ['invited'] }, false],
  ] as const)('%o: %s', ([query, expected]) => {
    expect(fits(zoe, { status: ['active'], ...query } as Parameters<typeof fits>[1])).toBe(expected);
  });
});

describe('who acts', () => {
  const self = viewMe({ person: human(user()), memberships: [], home: undefined });
  const me = (...organizations: Me['organizations']): Me => ({ ...self, organizations });
  const membership = { id: org, kind: 'customer', name: 'Acme', role: 'manager', status: 'active' } as const;

  test('a member, with their role', () => expect(actorIn(me(membership), org)?.role).toBe('manager'));
  test('nobody, where access was taken away', () =>
    expect(actorIn(me({ ...membership, status: 'inactive' }), org)).toBeUndefined());
  test("the company's staff, everywhere; a partner's, as such; neither with the lowest role", () => {
    const abroad = { ...membership, id: orgId(3), role: 'admin' } as const;
    expect(actorIn(me({ ...abroad, kind: 'operator' }), org)).toMatchObject({
      role: 'admin',
      as: 'operator',
    });
    expect(actorIn(me({ ...abroad, kind: 'partner' }), org)).toMatchObject({ role: 'admin', as: 'partner' });
    expect(actorIn(me({ ...abroad, kind: 'partner', role: 'user' }), org)).toBeUndefined();
    expect(actorIn(me(abroad), org)).toBeUndefined();
  });
  test('begins where they were last, as long as they may', () => {
    const other = { ...membership, id: orgId(2) };
    expect(homeOrganization(me(membership, other), other.id)).toBe(other.id);
    expect(homeOrganization(me(membership, { ...other, status: 'inactive' }), other.id)).toBe(org);
    expect(homeOrganization(me(membership, { ...other, suspended: true }), other.id)).toBe(org);
    expect(homeOrganization(me({ ...other, suspended: true }), null)).toBe(other.id);
    expect(homeOrganization(me(), other.id)).toBeUndefined();
  });
});
