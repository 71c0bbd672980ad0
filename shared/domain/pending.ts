/** What can still be done to an invitation that was not accepted: send it again, extend it, revoke it, let it expire. */
import type { Action } from '../contract/events.ts';
import type { Email } from '../contract/text.ts';
import type { UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import type { Change } from './change.ts';
import { type Decision, differences, type EventDraft, refuse } from './decision.ts';
import { invitationState, sentOnceMore } from './invitation.ts';
import type { EmailReservation, Invitation, User } from './model.ts';
import { plusMinutes } from './time.ts';
import { next, turning, type UserCase, viewUser } from './user.ts';

export type ResendWish = { expiresInMinutes?: number; note?: string; email?: Email };

/** For a corrected address: whether anybody has it, and the reservation of the old one. */
export type Readdressing = { takenBy?: EmailReservation; old: EmailReservation };

/**
 * Sends (again): a new generation, so that older links die, with a fresh expiry. Revives what has expired or was
 * revoked, and brings back somebody who was deactivated before ever accepting.
 */
export function decideSend(
  it: UserCase,
  wish: ResendWish,
  readdressing?: Readdressing,
): Decision<UserView, 'role-too-high' | 'wrong-status' | 'already-member'> {
  const { user } = it;
  if (!mayAct(it.actor, 'invite', user.role)) return refuse('role-too-high');
  const { invitation } = user;
  if (!invitation || invitation.acceptedAt || user.status === 'archived' || user.status === 'active')
    return refuse('wrong-status');
  const email = wish.email && wish.email !== user.email ? wish.email : undefined;
  if (email && (readdressing?.takenBy || isKnownElsewhere(it)))
    return refuse('already-member', { detail: cannotReaddress });
  return sentAgain(it, wish, email && readdressing ? { email, from: readdressing.old } : undefined);
}

function sentAgain(
  it: UserCase,
  { expiresInMinutes, note }: ResendWish,
  readdressed?: { email: Email; from: EmailReservation },
): Decision<UserView, never> {
  const { user, person, now } = it;
  if (!user.invitation) throw new Error('Only an invitation that exists can be sent');
  const after = next(user, {
    status: 'invited',
    seated: true,
    email: readdressed?.email ?? user.email,
    invitation: { ...sentOnceMore(user.invitation, now, expiresInMinutes), ...(note && { note }) },
  });
  const moved = readdressed && { person: { email: readdressed.email } };
  return {
    ok: true,
    changes: [
      ...turning(it.organization, { user, person }, { user: after, ...moved }),
      ...(readdressed ? moveReservation(readdressed.from, readdressed.email) : []),
    ],
    events: [told('invitation.sent', it, after, readdressed ? [{ field: 'email' }] : [])],
    answer: viewUser(after, now),
  };
}

/** How often a link may ask for its successor. */
const renewalMinutes = 1;

/**
 * The invitee's own wish for a new link. Somebody asking again within a minute has a mail under way already, so
 * nothing more is sent.
 */
export function decideRenew(it: UserCase): Decision<UserView, 'invitation-revoked' | 'invitation-accepted'> {
  const { user, now } = it;
  const { invitation } = user;
  if (invitation?.acceptedAt) return refuse('invitation-accepted');
  if (!invitation?.sentAt || invitation.revokedAt || user.status !== 'invited')
    return refuse('invitation-revoked');
  const underWay =
    now < plusMinutes(invitation.sentAt, renewalMinutes) && invitationState(invitation, now) === 'pending';
  if (underWay) return { ok: true, changes: [], events: [], answer: viewUser(user, now) };
  return sentAgain(it, {});
}

const cannotReaddress =
  'The address can be corrected only to one that nobody uses yet, and only before the person has accepted anywhere. Delete this user and invite the other address instead.';

/** An address belongs to the person; where they are known elsewhere it is not one organization's to change. */
function isKnownElsewhere({ person, organization }: UserCase): boolean {
  return (
    person.passwordGeneration > 0 || Object.keys(person.memberships).some(org => org !== organization.id)
  );
}

function moveReservation(old: EmailReservation, email: Email): Change[] {
  return [
    { do: 'remove', entity: old },
    { do: 'create', entity: { ...old, version: 1, email } },
  ];
}

/** Gives a pending invitation more time, counted from now; its links stay as they are. */
export function decideExtend(
  it: UserCase,
  minutes: number,
): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  return whilePending(it, 'invitation.extended', invitation => ({
    invitation: { ...invitation, lifeMinutes: minutes, expiresAt: plusMinutes(it.now, minutes) },
  }));
}

/** Withdraws a pending invitation: its links are dead and its seat is free. */
export function decideRevoke(it: UserCase): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  return whilePending(it, 'invitation.revoked', invitation => ({
    seated: false,
    invitation: { ...invitation, revokedAt: it.now },
  }));
}

/** Allows a further link of the current generation. */
export function decideCopyLink(it: UserCase): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  return whilePending(it, 'invitation.link-copied', () => ({}));
}

/** Frees the seat of an invitation that ran out. Late or twice, it finds nothing to do. */
export function decideExpire(it: UserCase): Decision<UserView, 'wrong-status'> {
  const { invitation, seated, status } = it.user;
  if (!seated || status !== 'invited' || !invitation || invitationState(invitation, it.now) !== 'expired')
    return refuse('wrong-status');
  return decided(it, 'invitation.expired', next(it.user, { seated: false }));
}

function whilePending(
  it: UserCase,
  action: Action,
  different: (invitation: Invitation) => Partial<User>,
): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  const { user } = it;
  if (!mayAct(it.actor, 'invite', user.role)) return refuse('role-too-high');
  const pending =
    user.status === 'invited' && user.invitation && invitationState(user.invitation, it.now) === 'pending';
  if (!pending || !user.invitation) return refuse('wrong-status');
  return decided(it, action, next(user, different(user.invitation)));
}

function decided(it: UserCase, action: Action, after: User): Decision<UserView, never> {
  return {
    ok: true,
    changes: turning(it.organization, { user: it.user, person: it.person }, { user: after }),
    events: [told(action, it, after)],
    answer: viewUser(after, it.now),
  };
}

function told(action: Action, { user }: UserCase, after: User, more: EventDraft['changes'] = []): EventDraft {
  const expiry = (of: User) => ({ 'invitation.expiresAt': of.invitation?.expiresAt, status: of.status });
  return {
    organization: user.organization,
    action,
    target: { type: 'user', id: user.id },
    changes: [...differences(expiry(user), expiry(after), ['status', 'invitation.expiresAt']), ...more],
  };
}
