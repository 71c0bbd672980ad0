/** What can still be done to an invitation that was not accepted: extend it, revoke it, let it expire. */
import type { Action } from '../contract/events.ts';
import type { UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import { type Decision, differences, type EventDraft, refuse } from './decision.ts';
import { invitationState, isPending } from './invitation.ts';
import type { Invitation, User } from './model.ts';
import { plusMinutes } from './time.ts';
import { next, turning, type UserCase, viewUser } from './user.ts';

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
  if (!user.invitation || !isPending(user, it.now)) return refuse('wrong-status');
  return decided(it, action, next(user, different(user.invitation)));
}

function decided(it: UserCase, action: Action, after: User): Decision<UserView, never> {
  return {
    ok: true,
    changes: turning(it.organization, { user: it.user, person: it.person }, { user: after }),
    events: [toldOfInvitation(action, it, after)],
    answer: viewUser(after, it),
  };
}

/** The event of a change to an invitation. */
export function toldOfInvitation(
  action: Action,
  { user }: UserCase,
  after: User,
  more: EventDraft['changes'] = [],
): EventDraft {
  const expiry = (of: User) => ({ 'invitation.expiresAt': of.invitation?.expiresAt, status: of.status });
  return {
    organization: user.organization,
    action,
    target: { type: 'user', id: user.id },
    changes: [...differences(expiry(user), expiry(after), ['status', 'invitation.expiresAt']), ...more],
  };
}
