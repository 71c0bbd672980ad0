/**
 * Only the organization that looks after an account touches it. Whoever administers another one where the person is a
 * user, and whoever acts there from outside, has the membership alone: by no path do they get at the person.
 */
import { beforeAll, expect, test } from 'vitest';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { ref } from '../../shared/domain/refs.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  onboarding,
  tokensTo,
} from '../harness/arrange.ts';
import { enrolApp } from '../harness/arrange-factors.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangePartner, lookAfter } from '../harness/arrange-partner.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';

let front: Front;
/** Looks after the account. */
let home: Arranged;
/** Where the person is a user, too. */
let other: Arranged;
let outsiders: Record<'owner' | 'partner' | 'operator', Session>;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
  other = await arrangeOrganization(front, { seats: 500 });
  const partner = await arrangePartner(front);
  await lookAfter(front, other.org, partner.org, { approves: false });
  outsiders = { owner: other.owner, partner: partner.owner, operator: await arrangeOperator(front) };
});

type Victim = Awaited<ReturnType<typeof arrangeVictim>>;

/** Somebody with an account at home and a second factor, who is invited to the other organization. */
async function arrangeVictim({ accepts = true } = {}) {
  const them = await arrangeUser(front, home);
  await enrolApp(front, them);
  const { about } = await arrangeInvitee(front, other, { email: them.email });
  const token = (await tokensTo(front, them.email)).at(-1) ?? '';
  if (accepts) await ask(front, 'accept-invitation', { token }, them);
  const session = (await ask(front, 'list-my-sessions', {}, them)).body.items[0]?.id;
  return { ...them, about, token, session, mails: (await tokensTo(front, them.email)).length };
}

/** Whatever of somebody would be theirs no more if it changed. */
async function accountOf({ id }: { id: string }) {
  const [person, user] = await front.world.directory.get(
    ref.person(id as PersonId),
    ref.user(home.org, id as PersonId),
  );
  const { email, emailChange, home: at, picture, profile, passwordGeneration } = person ?? {};
  const { passwordResetRequiredAt, factors, sessionsValidAfter } = person ?? {};
  const kept = { email, emailChange, at, picture, profile, passwordGeneration, passwordResetRequiredAt };
  return { ...kept, factors, sessionsValidAfter, user };
}

/** Their session goes on at home, and nothing that opens the account has been mailed to anybody. */
async function expectUntouched(victim: Victim, before: Awaited<ReturnType<typeof accountOf>>) {
  const lastActiveAt = expect.anything();
  const after = await accountOf(victim);
  expect(after).toEqual({ ...before, user: { ...before.user, lastActiveAt } });
  const at = { org: home.org, user: victim.id };
  expect(outcomeOf(await refused(front, 'get-user', at, victim))).toBe('200');
  expect(await tokensTo(front, victim.email)).toHaveLength(victim.mails);
}

/** What is asked about somebody in the other organization: who has accepted there, and who has not yet. */
const paths: [route: RouteKey, accepted: string, pending: string, more?: (victim: Victim) => object][] = [
  ['change-user-email', 'not-home', 'wrong-status', () => ({ email: freshEmail('taken') })],
  ['cancel-user-email-change', 'not-home', 'wrong-status'],
  ['reset-user-password', 'not-home', 'wrong-status'],
  ['force-password-reset', 'not-home', 'wrong-status'],
  ['reset-user-mfa', 'not-home', 'wrong-status'],
  ['list-user-sessions', 'not-home', '200'],
  ['end-user-session', 'not-home', 'not-found', ({ session }) => ({ session })],
  ['begin-user-picture', 'not-home', 'wrong-status', () => ({ contentType: 'image/png' })],
  ['set-user-picture', 'not-home', 'wrong-status', () => ({ upload: 'x'.repeat(24) })],
  ['remove-user-picture', 'not-home', 'wrong-status'],
  ['edit-user', 'not-home', '200', () => ({ apiAccess: true })],
  // The membership is the other organization's own:
  [
    'edit-user',
    '200',
    '200',
    () => ({ firstName: 'Eve', displayName: 'Eve', username: `eve-${Date.now()}` }),
  ],
  ['edit-user', '200', '200', () => ({ role: 'owner' })],
  ['edit-user', '200', '200', () => ({ requireMfa: true })],
  ['sign-out-user', '200', 'wrong-status'],
  ['deactivate-user', '200', '200'],
  ['archive-user', '200', '200'],
  ['delete-user', '204', '204'],
  ['revoke-invitation', 'wrong-status', '200'],
  ['send-invitation', 'wrong-status', '202', () => ({ email: freshEmail('corrected') })],
  ['get-user', '200', '200'],
  ['get-user-permissions', '200', '200'],
];

const cells = paths.flatMap(([route, accepted, pending, more]) => [
  { route, expected: accepted, accepts: true, more },
  { route, expected: pending, accepts: false, more },
]);

test.each(inTurn(cells, 6, 1))(
  '$route, accepted $accepts: $expected, and the account stays whose it is',
  async cell => {
    const { route, expected, accepts, more } = cell;
    for (const [kind, as] of Object.entries(outsiders)) {
      const victim = await arrangeVictim({ accepts });
      const before = await accountOf(victim);
      const input = { ...victim.about, ...more?.(victim) };
      const { etag = '' } = (await ask(front, 'get-user', victim.about, other.owner)).headers;
      const answer = await refused(front, route, input, as, { headers: { 'if-match': etag } });
      expect([kind, outcomeOf(answer)]).toEqual([kind, expected]);
      if (expected === '200' && route === 'list-user-sessions') expect(answer.body).toEqual({ items: [] });
      await expectUntouched(victim, before);
    }
  },
);

test('whoever has the link that somebody was invited with has no account by it', async () => {
  const victim = await arrangeVictim({ accepts: false });
  const before = await accountOf(victim);
  const { body } = await ask(front, 'copy-invitation-link', victim.about, other.owner);
  const token = body.link.split('#')[1] ?? '';
  const accept = (input: object, as?: Session) =>
    refused(front, 'accept-invitation', { token, ...input }, as);
  expect(outcomeOf(await accept(onboarding(token, { password: 'a password of mine alone' })))).toBe(
    'wrong-credentials',
  );
  expect(outcomeOf(await accept({}))).toBe('account-exists');
  expect(outcomeOf(await accept({}, other.owner))).toBe('other-account');
  await expectUntouched(victim, before);
});

test('inviting an address that is known elsewhere, again and again, gives no hold on its account', async () => {
  const victim = await arrangeVictim();
  const before = await accountOf(victim);
  const wish = {
    org: other.org,
    firstName: 'Eve',
    lastName: 'Eve',
    email: victim.email,
    access: { mode: 'all' },
  };
  const invite = (more: object) => refused(front, 'invite-user', { ...wish, ...more }, other.owner);
  expect(outcomeOf(await invite({ role: 'user' }))).toBe('already-member');
  await ask(front, 'archive-user', victim.about, other.owner);
  expect(outcomeOf(await invite({ role: 'owner', apiAccess: true }))).toBe('201');
  expect((await accountOf(victim)).user?.apiAccess).toBe(false);
  const session = { org: home.org, user: victim.id };
  expect(outcomeOf(await refused(front, 'get-user', session, victim))).toBe('200');
  expect((await accountOf(victim)).email).toBe(before.email);
});

test('what somebody may at home is untouched by what they are elsewhere, and the other way round', async () => {
  const victim = await arrangeVictim();
  const { etag = '' } = (await ask(front, 'get-user', victim.about, other.owner)).headers;
  const promoted = { ...victim.about, role: 'owner' };
  await ask(front, 'edit-user', promoted, other.owner, { headers: { 'if-match': etag } });
  expect(outcomeOf(await refused(front, 'get-settings', { org: home.org }, victim))).toBe('not-allowed');
  expect(outcomeOf(await refused(front, 'get-settings', { org: other.org }, victim))).toBe('200');
});

test('at home all of it can be done: by its administrators, its partner and the operators', async () => {
  const partner = await arrangePartner(front);
  const there = await arrangeOrganization(front);
  await lookAfter(front, there.org, partner.org, { approves: false });
  for (const as of [there.owner, partner.owner, outsiders.operator]) {
    const them = await arrangeUser(front, there);
    const about = { org: there.org, user: them.id };
    const email = freshEmail('moved');
    expect(outcomeOf(await refused(front, 'change-user-email', { ...about, email }, as))).toBe('202');
    for (const route of ['reset-user-mfa', 'force-password-reset'] as const)
      expect(outcomeOf(await refused(front, route, about, as))).toBe('200');
  }
});
