/** Sending an invitation again, by those who invite or by the invitee's own wish. */
import type { UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import { type Decision, namesOfDifferences, refuse } from './decision.ts';
import { invitationState, sentOnceMore } from './invitation.ts';
import { toldOfInvitation } from './pending.ts';
import { spendInvitation } from './plan.ts';
import { plusMinutes } from './time.ts';
import { statusAfter } from './transitions.ts';
import { next, turning, type UserCase, viewUser } from './user.ts';
import { vouchedFor } from './vouchers.ts';

export type ResendWish = { expiresInMinutes?: number; note?: string };

/**
 * Sends (again): a new generation, so that older links die, with a fresh expiry. Revives what has expired or was
 * revoked, and brings back somebody who was deactivated before ever accepting.
 */
export function decideSend(
  it: UserCase,
  wish: ResendWish,
): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  const refusal = sendRefusal(it);
  return refusal ? refuse(refusal) : sentAgain(it, wish);
}

/** Why no invitation can be sent to a user; undefined where one can. */
export function sendRefusal({ actor, user }: UserCase): 'role-too-high' | 'wrong-status' | undefined {
  if (!mayAct(actor, 'invite', user.role)) return 'role-too-high';
  return user.invitation && statusAfter('send-invitation', user) ? undefined : 'wrong-status';
}

/** @param email where it goes from now on, if elsewhere */
export function sentAgain(
  it: UserCase,
  { expiresInMinutes, note }: ResendWish,
  email = it.user.email,
): Decision<UserView, never> {
  const { user, person, now } = it;
  if (!user.invitation) throw new Error('Only an invitation that exists can be sent');
  const after = next(user, {
    status: 'invited',
    seated: true,
    email,
    invitation: {
      ...sentOnceMore(user.invitation, now, expiresInMinutes),
      ...(note && { note }),
      vouchers: vouchedFor(user.invitation.vouchers, it.actor),
    },
  });
  return {
    ok: true,
    changes: [
      spendInvitation(it.organization, now),
      ...turning(it.organization, { user, person }, { user: after }),
    ],
    events: [toldOfInvitation('invitation.sent', it, after, namesOfDifferences(user, after, ['email']))],
    answer: viewUser(after, it),
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
  if (underWay) return { ok: true, changes: [], events: [], answer: viewUser(user, it) };
  return sentAgain(it, {});
}
