/** What this actor can do with that user right now: the server decides the same, and more strictly. */
import type { InvitationState, InvitationView } from '../../../shared/contract/invitations.ts';
import { mayManage } from '../../../shared/contract/roles.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { type Actor, may } from '../../api/actor.ts';

const deeds = ['send', 'copy-link', 'extend', 'revoke', 'reactivate', 'deactivate', 'delete'] as const;
export type Deed = (typeof deeds)[number];

/** The state of an invitation at a moment: between two answers of the server it can run out. */
export function stateAt({ state, expiresAt }: InvitationView, now: number): InvitationState {
  return state === 'pending' && expiresAt && now >= Date.parse(expiresAt) ? 'expired' : state;
}

export function deedsFor(actor: Actor, user: UserView, now: number): Deed[] {
  return deeds.filter(deed => applies(deed, user, now) && allowed(deed, actor, user));
}

export function everAccepted({ invitation }: UserView): boolean {
  return invitation?.state === 'accepted';
}

function applies(deed: Deed, user: UserView, now: number): boolean {
  const { status, invitation } = user;
  const state = invitation && stateAt(invitation, now);
  switch (deed) {
    case 'send':
      return (status === 'invited' || status === 'inactive') && state !== undefined && state !== 'accepted';
    case 'copy-link':
    case 'extend':
    case 'revoke':
      return status === 'invited' && state === 'pending';
    case 'deactivate':
      return status === 'active' || status === 'invited';
    case 'reactivate':
      return status === 'inactive' && state === 'accepted';
    case 'delete':
      return true;
  }
}

function allowed(deed: Deed, actor: Actor, user: UserView): boolean {
  if (actor.id === user.id) return false;
  switch (deed) {
    case 'deactivate':
    case 'reactivate':
      return may(actor, 'users.deactivate') && mayManage(actor.role, 'deactivate', user.role);
    case 'delete':
      return may(actor, 'users.delete') && mayManage(actor.role, 'delete', user.role);
    default:
      return may(actor, 'users.invite') && mayManage(actor.role, 'invite', user.role);
  }
}
