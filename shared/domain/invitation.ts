/** The law of invitations: what state one is in, and what its links are still good for. */
import type { InvitationState, InvitationView } from '../contract/invitations.ts';
import type { Time } from '../contract/text.ts';
import type { Delivery, Invitation, Link, User } from './model.ts';
import { plusMinutes } from './time.ts';

/** The state at a moment. An invitation has expired from the very millisecond of `expiresAt` on. */
export function invitationState(invitation: Invitation, now: Time): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  if (!invitation.expiresAt) return 'not-sent';
  return now >= invitation.expiresAt ? 'expired' : 'pending';
}

/** Whether a user's invitation can be accepted at a moment. */
export function isPending({ status, invitation }: User, now: Time): boolean {
  return status === 'invited' && invitation !== undefined && invitationState(invitation, now) === 'pending';
}

/** The same invitation sent once more: a new generation with a fresh expiry, so that older links are dead. */
export function sentOnceMore(
  invitation: Invitation,
  now: Time,
  lifeMinutes = invitation.lifeMinutes,
): Invitation {
  const { revokedAt: _, ...alive } = invitation;
  return {
    ...alive,
    generation: invitation.generation + 1,
    lifeMinutes,
    sentAt: now,
    expiresAt: plusMinutes(now, lifeMinutes),
  };
}

/** Why an invitation's link does not open; `undefined` when it does. */
export type ClosedLink =
  | 'link-unknown'
  | 'link-replaced'
  | 'invitation-expired'
  | 'invitation-revoked'
  | 'invitation-accepted';

/**
 * What a link is good for at a moment. An accepted or revoked invitation says so through every one of its links;
 * of a live one only its own links of the newest generation work.
 */
export function closedLink(
  link: Link | undefined,
  user: User | undefined,
  now: Time,
): ClosedLink | undefined {
  const invitation = user?.invitation;
  if (link?.purpose !== 'invitation' || !user || !invitation) return 'link-unknown';
  const state = invitationState(invitation, now);
  if (state === 'accepted') return 'invitation-accepted';
  if (state === 'revoked' || user.status !== 'invited') return 'invitation-revoked';
  if (link.invitation !== invitation.id || link.generation !== invitation.generation) return 'link-replaced';
  return state === 'expired' ? 'invitation-expired' : undefined;
}

/** Whoever was deactivated or archived before accepting has no use for the link any more. */
function isWithdrawn({ status, invitation }: User): boolean {
  return status !== 'invited' && invitation?.sentAt !== undefined && !invitation.acceptedAt;
}

/** What became of the newest mail: until somebody reports of it, it waits in the queue. Undefined: none was sent. */
export function deliveryOf({
  delivery,
  invitation,
}: Pick<User, 'delivery' | 'invitation'>): Pick<Delivery, 'state' | 'detail'> | undefined {
  if (!invitation || invitation.generation === 0) return undefined;
  return delivery?.generation === invitation.generation ? delivery : { state: 'queued' };
}

/** The invitation of a user as callers see it: never a token, nor anything that leads to one. */
export function viewInvitation(user: User, now: Time): InvitationView | undefined {
  if (!user.invitation) return undefined;
  const { id, sentAt, expiresAt, invitedBy, note, language } = user.invitation;
  const state = isWithdrawn(user) ? 'revoked' : invitationState(user.invitation, now);
  const delivery = deliveryOf(user);
  return {
    ...{ id, state, sentAt, expiresAt, invitedBy, note, language },
    ...(delivery && { delivery: delivery.state }),
    ...(delivery?.detail && { deliveryDetail: delivery.detail }),
  };
}
