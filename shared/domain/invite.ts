/** Bringing somebody into an organization. */
import type { UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import { apiAccessRefusal } from './api-access.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, type Failure, refuse } from './decision.ts';
import { domainErrors } from './email-domains.ts';
import { type InvitePlan, invitedUser, personJoins } from './invitee.ts';
import type { User } from './model.ts';
import { spendInvitation } from './plan.ts';
import { counting, viewUser } from './user.ts';
import { usernameTaken } from './username.ts';

type InviteRefusal =
  | 'role-too-high'
  | 'validation-failed'
  | 'already-member'
  | 'plan-lacks-api-access'
  | 'api-access-excludes-mfa';

/**
 * Decides an invitation. Somebody with an account elsewhere joins as the person they are; nobody learns from the
 * answer that they have one.
 */
export function decideInvite(plan: InvitePlan): Decision<UserView, InviteRefusal> {
  const { organization, former, now } = plan;
  const joined = joining(plan);
  if (!joined.ok) return joined;
  const { user, changes, event } = joined;
  return {
    ok: true,
    changes: [...changes, ...usernameTaken(user), ...counting(organization, former, user)],
    events: [event],
    answer: viewUser(user, now),
  };
}

type Joining = { ok: true; user: User; changes: Change[]; event: EventDraft };

/** Somebody is brought in, but for their username and what the organization counts. */
export function joining(plan: InvitePlan): Joining | { ok: false; failure: Failure<InviteRefusal> } {
  const { actor, organization, wish, former, now } = plan;
  if (!mayAct(actor, 'invite', wish.role)) return refuse('role-too-high');
  const errors = domainErrors(organization, wish.email);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  if (isMember(plan)) return refuse('already-member');
  const user = invitedUser(plan);
  const refusal = apiAccessRefusal(organization, user);
  if (refusal) return refuse(refusal);
  return {
    ok: true,
    user,
    changes: [
      ...(user.apiAccess ? [{ do: 'check', entity: organization } as const] : []),
      ...(wish.sendInvitation ? [spendInvitation(organization, now)] : []),
      former ? { do: 'update', before: former, after: user } : { do: 'create', entity: user },
      ...personJoins(plan, user),
    ],
    event: invited(user),
  };
}

/**
 * Whether somebody of the organization has the address, or is shown there as about to have it. Whoever is archived there
 * is asked to come back.
 */
function isMember({ organization: { id }, known, claim, now }: InvitePlan): boolean {
  const state = known?.memberships[id];
  if (state) return state !== 'archived';
  const claimant = claim?.by?.memberships[id];
  const isShown = claimant === 'active' || claimant === 'unapproved';
  return isShown && now < (claim?.reservation.pendingUntil ?? '');
}

function invited(user: User): EventDraft {
  const sent = user.invitation?.expiresAt;
  return {
    organization: user.organization,
    action: sent ? 'user.invited' : 'user.created',
    target: { type: 'user', id: user.id },
    changes: [
      { field: 'role', after: user.role },
      ...(sent ? [{ field: 'invitation.expiresAt', after: sent }] : []),
    ],
  };
}
