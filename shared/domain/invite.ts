/** Bringing somebody into an organization. */
import type { UserView } from '../contract/users.ts';
import { apiAccessRefusal } from './api-access.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { domainErrors } from './email-domains.ts';
import { type InvitePlan, invitedUser, personJoins } from './invitee.ts';
import { mayGrant } from './may-grant.ts';
import type { User } from './model.ts';
import { spendInvitation } from './plan.ts';
import { assigning, rightsErrors } from './rights.ts';
import { counting, viewUser } from './user.ts';
import { usernameTaken } from './username.ts';

type InviteRefusal =
  | 'role-too-high'
  | 'beyond-own-access'
  | 'project-needs-role-user'
  | 'validation-failed'
  | 'already-member'
  | 'plan-lacks-api-access'
  | 'api-access-excludes-mfa';

/**
 * Decides an invitation. Somebody with an account elsewhere joins as the person they are; nobody learns from the
 * answer that they have one.
 */
export function decideInvite(plan: InvitePlan): Decision<UserView, InviteRefusal> {
  const { actor, organization, wish, former, about, holdings } = plan;
  const granted = mayGrant({ actor, holdings }, { is: 'invitee' }, { rights: wish }, about);
  if (!granted.ok) return granted;
  if (wish.projects.length > 0 && wish.role !== 'user') return refuse('project-needs-role-user');
  const errors = [...domainErrors(organization, wish.email), ...rightsErrors(wish, undefined, about)];
  if (errors.length > 0) return refuse('validation-failed', { errors });
  if (isMember(plan)) return refuse('already-member');
  const { user, changes, event } = joining(plan);
  const refusal = apiAccessRefusal(organization, user);
  if (refusal) return refuse(refusal);
  return {
    ok: true,
    changes: [...changes, ...usernameTaken(user), ...counting(organization, former, user)],
    events: [event],
    answer: viewUser(user, { named: about, now: plan.now }),
  };
}

/** Somebody is brought in, but for their username and what the organization counts. */
export function joining(plan: InvitePlan): { user: User; changes: Change[]; event: EventDraft } {
  const { organization, wish, former, about, now } = plan;
  const user = invitedUser(plan);
  const changes: Change[] = [
    ...(user.apiAccess ? [{ do: 'check', entity: organization } as const] : []),
    ...(wish.sendInvitation ? [spendInvitation(organization, now)] : []),
    former ? { do: 'update', before: former, after: user } : { do: 'create', entity: user },
    ...personJoins(plan, user),
    ...assigning(former, user, about),
  ];
  return { user, changes, event: invited(user) };
}

/**
 * Whether somebody of the organization has the address, or is shown there as about to have it. Whoever is archived there
 * is asked to come back.
 */
export function isMember({ organization: { id }, known, claimant, reservation, now }: InvitePlan): boolean {
  const state = known?.memberships[id];
  if (state) return state !== 'archived';
  const claims = claimant?.memberships[id];
  const isShown = claims === 'active' || claims === 'unapproved';
  return isShown && now < (reservation?.pendingUntil ?? '');
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
