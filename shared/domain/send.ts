/** Sending an invitation again, by those who invite or by the invitee's own wish. */
import type { Email } from '../contract/text.ts';
import type { UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import type { Change } from './change.ts';
import { type Decision, refuse } from './decision.ts';
import { domainErrors } from './email-domains.ts';
import { invitationState, sentOnceMore } from './invitation.ts';
import type { EmailReservation } from './model.ts';
import { toldOfInvitation } from './pending.ts';
import { spendInvitation } from './plan.ts';
import { plusMinutes } from './time.ts';
import { statusAfter } from './transitions.ts';
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
): Decision<UserView, 'role-too-high' | 'wrong-status' | 'validation-failed' | 'already-member'> {
  const { user } = it;
  if (!mayAct(it.actor, 'invite', user.role)) return refuse('role-too-high');
  if (!user.invitation || !statusAfter('send-invitation', user)) return refuse('wrong-status');
  const email = wish.email && wish.email !== user.email ? wish.email : undefined;
  const errors = email ? domainErrors(it.organization, email) : [];
  if (errors.length > 0) return refuse('validation-failed', { errors });
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
      spendInvitation(it.organization, now),
      ...turning(it.organization, { user, person }, { user: after, ...moved }),
      ...(readdressed ? moveReservation(readdressed.from, readdressed.email) : []),
    ],
    events: [toldOfInvitation('invitation.sent', it, after, readdressed ? [{ field: 'email' }] : [])],
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
