import { expect, test } from 'vitest';
import { closedLink, invitationState, sentOnceMore, viewInvitation } from '../../shared/domain/invitation.ts';
import { invitationLink } from '../../shared/domain/link.ts';
import type { Invitation, Link, User } from '../../shared/domain/model.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { invitation, invitationId, link, minutesFromNow, now, personId, user } from './build.ts';

const expiresAt = minutesFromNow(0);
const at = (milliseconds: number) => timeOf(new Date(Date.parse(expiresAt) + milliseconds));
const silent = { generation: 0, sentAt: undefined, expiresAt: undefined };

test.each<[milliseconds: number, state: string]>([
  [-1, 'pending'],
  [0, 'expired'],
  [1, 'expired'],
])('%i ms from its expiry an invitation is %s', (milliseconds, state) => {
  expect(invitationState(invitation({ expiresAt }), at(milliseconds))).toBe(state);
  const closed = closedLink(link(), user({ invitation: invitation({ expiresAt }) }), at(milliseconds));
  expect(closed).toBe(state === 'expired' ? 'invitation-expired' : undefined);
});

test.each<[what: string, facts: Partial<Invitation>, state: string]>([
  ['sent', {}, 'pending'],
  ['never sent', silent, 'not-sent'],
  ['revoked', { revokedAt: now }, 'revoked'],
  ['revoked and past its time', { revokedAt: now, expiresAt: minutesFromNow(-1) }, 'revoked'],
  ['accepted', { acceptedAt: now }, 'accepted'],
  ['accepted and past its time', { acceptedAt: now, expiresAt: minutesFromNow(-1) }, 'accepted'],
])('an invitation that was %s is $2', (_, facts, state) => {
  expect(invitationState(invitation(facts), now)).toBe(state);
});

test.each<[what: string, link: Partial<Link> | undefined, user: Partial<User> | undefined, closed?: string]>([
  ['opens', {}, {}],
  ['that nobody knows', undefined, {}, 'link-unknown'],
  ['to somebody who is gone', {}, undefined, 'link-unknown'],
  ['to choose a password', { purpose: 'password-reset' }, {}, 'link-unknown'],
  ['of an older generation', { generation: 0 }, {}, 'link-replaced'],
  ['of an earlier invitation', { invitation: invitationId(2) }, {}, 'link-replaced'],
  ['of a revoked invitation', {}, { invitation: invitation({ revokedAt: now }) }, 'invitation-revoked'],
  ['of somebody deactivated', {}, { status: 'inactive', seated: false }, 'invitation-revoked'],
  ['of an accepted invitation', {}, { invitation: invitation({ acceptedAt: now }) }, 'invitation-accepted'],
  [
    'of an older generation of an accepted invitation',
    { generation: 0 },
    { invitation: invitation({ acceptedAt: now }) },
    'invitation-accepted',
  ],
])('a link %s: $3', (_, of, to, closed) => {
  expect(closedLink(of && link(of), to && user(to), now)).toBe(closed);
});

test('sending once more begins a new life: new links, a fresh expiry, and nothing of the revocation', () => {
  const before = invitation({ generation: 4, revokedAt: now, lifeMinutes: 30 });
  expect(sentOnceMore(before, now)).toEqual({
    ...invitation({ generation: 5, lifeMinutes: 30, sentAt: now, expiresAt: minutesFromNow(30) }),
  });
  expect(sentOnceMore(before, now, 5).expiresAt).toBe(minutesFromNow(5));
});

test('a link lasts longer than the invitation, so that it can say why it is dead', () => {
  const made = invitationLink(user(), 'a'.repeat(64));
  expect(closedLink(made.link, user(), now)).toBeUndefined();
  expect(made.link.ttl).toBeGreaterThan(Date.parse(made.expiresAt) / 1000 + 30 * 24 * 60 * 60);
  expect(() => invitationLink(user({ invitation: invitation(silent) }), 'a')).toThrow('never sent');
});

test.each<[what: string, more: Partial<User>, delivery?: string]>([
  ['just sent', {}, 'queued'],
  ['delivered', { delivery: { generation: 1, state: 'delivered', at: now } }, 'delivered'],
  ['sent again after a bounce', { delivery: { generation: 0, state: 'bounced', at: now } }, 'queued'],
  ['never sent', { invitation: invitation(silent) }],
])('the mail of an invitation that was %s is %s', (_, more, delivery) => {
  expect(viewInvitation(user(more), now)?.delivery).toBe(delivery);
});

test('nobody sees anything that leads to a token', () => {
  const shown = JSON.stringify(viewInvitation(user(), now));
  for (const secret of ['hash', 'token', 'generation']) expect(shown).not.toContain(secret);
  expect(shown).toContain(personId(9));
});
