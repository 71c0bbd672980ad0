/** Who comes in by an invitation: somebody new, somebody known elsewhere, or somebody who was here before. */
import { expect, test } from 'vitest';
import type { Change } from '../../shared/domain/change.ts';
import { decideInvite } from '../../shared/domain/invite.ts';
import type { Invitee } from '../../shared/domain/invitee.ts';
import {
  actor,
  address,
  invitation,
  invitationId,
  minutesFromNow,
  nothingKnown,
  now,
  organization,
  orgId,
  person,
  personId,
  reserved,
  user,
} from './build.ts';

const wanted = address('wanted');
const fresh = { person: personId(7), invitation: invitationId(7) };
const accepted = invitation({ acceptedAt: minutesFromNow(-30) });
const member = user({ organization: orgId(2), email: wanted, status: 'active', invitation: accepted });
const known = person(member);
const archived = user({ email: wanted, status: 'archived', seated: false, invitation: accepted, version: 5 });
const comeBack = person(archived, { memberships: { [orgId()]: 'archived', [orgId(2)]: 'active' } });

function invite(invitee: Invitee) {
  const wish = {
    firstName: 'I',
    lastName: 'Invited',
    email: wanted,
    role: 'user',
    access: { mode: 'all' },
    customRoles: [],
    groups: [],
    projects: [],
    requireMfa: false,
    apiAccess: false,
    sendInvitation: true,
  } satisfies Parameters<typeof decideInvite>[0]['wish'];
  const by = { actor: actor('owner'), holdings: 'everything', about: nothingKnown } as const;
  return decideInvite({ ...by, organization: organization(), wish, fresh, now, ...invitee });
}

const steps = (changes: readonly Change[]) =>
  changes.map(change => {
    const entity = 'entity' in change ? change.entity : 'after' in change ? change.after : undefined;
    return `${change.do} ${entity?.type ?? ''}`.trim();
  });

const common = ['spend', 'create user'];

test.each<[what: string, invitee: Invitee, id: string, expected: string[]]>([
  ['nobody', { known: undefined }, fresh.person, [...common, 'create person', 'create email', 'count']],
  [
    'a member elsewhere',
    { known, reservation: reserved(wanted, known.id) },
    known.id,
    [...common, 'update person', 'check email', 'count'],
  ],
  [
    'whose change is not confirmed',
    { known: undefined, reservation: reserved(wanted, personId(3), minutesFromNow(9)), claimant: known },
    fresh.person,
    [...common, 'create person', 'update email', 'count'],
  ],
  [
    'whoever was archived here',
    { known: comeBack, former: archived, reservation: reserved(wanted, comeBack.id) },
    comeBack.id,
    ['spend', 'update user', 'update person', 'check email', 'count'],
  ],
])(
  'the address is that of %s: as many steps, and an answer that tells nothing',
  (_, invitee, id, expected) => {
    const decided = invite(invitee);
    if (!decided.ok) throw new Error(decided.failure.kind);
    expect(steps(decided.changes)).toEqual(expected);
    const { id: given, createdAt, version, ...shown } = decided.answer;
    expect(given).toBe(id);
    const usual = invite({ known: undefined });
    expect(usual.ok && usual.answer).toMatchObject(shown);
  },
);

test('whoever comes back begins anew, but no session of before does', () => {
  const over = { version: 3, at: now };
  const former = {
    ...archived,
    sessionsValidAfter: over,
    delivery: { generation: 1, state: 'bounced', at: now },
  } as const;
  const decided = invite({ known: comeBack, former });
  const after = (decided.ok ? decided.changes : []).flatMap(change =>
    change.do === 'update' && change.after.type === 'user' ? [change.after] : [],
  );
  expect(after).toMatchObject([{ version: 6, status: 'invited', seated: true, sessionsValidAfter: over }]);
  expect(after[0]?.invitation).toMatchObject({ id: fresh.invitation, generation: 1 });
  expect(after[0]?.invitation?.acceptedAt).toBeUndefined();
  expect(after[0]?.delivery).toBeUndefined();
  expect(decided.ok && decided.changes).toContainEqual(
    expect.objectContaining({ do: 'count', add: { archived: -1, invited: 1, seats: 1 } }),
  );
});

const claim = (pendingUntil = minutesFromNow(9)) => reserved(wanted, personId(3), pendingUntil);
const claimant = (state: 'active' | 'unapproved' | 'invited' | 'inactive') =>
  person(user(), { id: personId(3), memberships: { [orgId()]: state } });

test.each<[what: string, invitee: Invitee, refused: boolean]>([
  ['a member here', { known: person(user()) }, true],
  ['an inactive one', { known: person(user({ status: 'inactive' })) }, true],
  [
    'about to be that of a member here',
    { known: undefined, reservation: claim(), claimant: claimant('active') },
    true,
  ],
  ['or of one who waits', { known: undefined, reservation: claim(), claimant: claimant('unapproved') }, true],
  [
    'of one who has only been invited',
    { known: undefined, reservation: claim(), claimant: claimant('invited') },
    false,
  ],
  ['too late to be that', { known: undefined, reservation: claim(now), claimant: claimant('active') }, false],
])('an address that is %s is a member’s already: $2', (_, invitee, refused) => {
  const decided = invite(invitee);
  expect(decided.ok ? '' : decided.failure.kind).toBe(refused ? 'already-member' : '');
});
