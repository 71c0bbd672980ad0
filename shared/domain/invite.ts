/** Bringing somebody into an organization. */
import type { InvitationId, PersonId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { InviteUser, UserView } from '../contract/users.ts';
import { type Actor, mayAct } from './actor.ts';
import { apiAccessRefusal } from './api-access.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { domainErrors } from './email-domains.ts';
import { sentOnceMore } from './invitation.ts';
import type { Invitation, Organization, Person, User } from './model.ts';
import { spendInvitation } from './plan.ts';
import { counting, next, viewUser } from './user.ts';

export type InvitePlan = {
  actor: Actor;
  organization: Organization;
  wish: Omit<InviteUser, 'org'>;
  /** Whoever has this email address already. */
  known: Person | undefined;
  /** Ids to use where something new is made. */
  fresh: { person: PersonId; invitation: InvitationId };
  now: Time;
};

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
  const { actor, organization, wish, known, now } = plan;
  if (!mayAct(actor, 'invite', wish.role)) return refuse('role-too-high');
  const errors = domainErrors(organization, wish.email);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  if (known && organization.id in known.memberships) return refuse('already-member');
  const user = invitedUser(plan);
  const refusal = apiAccessRefusal(organization, user);
  if (refusal) return refuse(refusal);
  return {
    ok: true,
    changes: [
      ...(user.apiAccess ? [{ do: 'check', entity: organization } as const] : []),
      ...(wish.sendInvitation ? [spendInvitation(organization, now)] : []),
      { do: 'create', entity: user },
      ...personJoins(plan, user),
      ...(user.username ? [reservation(user, user.username)] : []),
      ...counting(organization, undefined, user),
    ],
    events: [invited(user)],
    answer: viewUser(user, now),
  };
}

function invitedUser({ actor, organization, wish, known, fresh, now }: InvitePlan): User {
  const silent: Invitation = {
    id: fresh.invitation,
    generation: 0,
    lifeMinutes: wish.expiresInMinutes ?? organization.invitationLifeMinutes,
    invitedBy: 'person' in actor ? actor.person : undefined,
    note: wish.note,
    language: wish.language ?? organization.language,
  };
  return {
    type: 'user',
    version: 1,
    organization: organization.id,
    id: known?.id ?? fresh.person,
    firstName: wish.firstName,
    lastName: wish.lastName,
    displayName: wish.displayName ?? `${wish.firstName} ${wish.lastName}`,
    username: wish.username,
    email: wish.email,
    role: wish.role,
    status: 'invited',
    approved: !organization.approvingPartner,
    approver: organization.approvingPartner,
    requireMfa: wish.requireMfa,
    apiAccess: wish.apiAccess,
    home: !known || known.home === organization.id,
    factors: [],
    seated: wish.sendInvitation,
    invitation: wish.sendInvitation ? sentOnceMore(silent, now) : silent,
    createdAt: now,
  };
}

/** A known person gets one more membership; an unknown one begins to exist, with the address reserved. */
function personJoins({ organization, known, now }: InvitePlan, user: User): Change[] {
  const memberships = { ...known?.memberships, [organization.id]: user.status };
  if (known) return [{ do: 'update', before: known, after: next(known, { memberships }) }];
  const person: Person = {
    type: 'person',
    version: 1,
    id: user.id,
    email: user.email,
    home: organization.id,
    language: user.invitation?.language ?? organization.language,
    memberships,
    passwordGeneration: 0,
    factors: { recoveryCodes: [] },
    createdAt: now,
  };
  return [
    { do: 'create', entity: person },
    { do: 'create', entity: { type: 'email', version: 1, email: user.email, person: user.id } },
  ];
}

function reservation({ organization, id }: User, username: string): Change {
  return { do: 'create', entity: { type: 'username', version: 1, organization, username, person: id } };
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
