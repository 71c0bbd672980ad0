/** Who comes in by an invitation: the user that is made of a wish, and the person behind. */
import type { InvitationId, PersonId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { InviteUser } from '../contract/users.ts';
import type { Actor } from './actor.ts';
import type { Change } from './change.ts';
import { holderOf, takeAddress } from './email.ts';
import type { Holdings } from './holdings.ts';
import { sentOnceMore } from './invitation.ts';
import type { EmailReservation, Invitation, Organization, Person, User } from './model.ts';
import type { Known } from './rights.ts';
import { next, plainName } from './user.ts';
import { vouchedFor } from './vouchers.ts';

/** Whose an address is that somebody is invited with. */
export type Invitee = {
  /** Whoever has this email address already. */
  known: Person | undefined;
  /** Their user in the organization, where that is archived. */
  former?: User;
  /** What is reserved of the address. */
  reservation?: EmailReservation;
  /** Whose change it is held for, where it is nobody's yet. */
  claimant?: Person;
};

/**
 * By what is reserved of the address.
 * @param person for whom it is reserved
 * @param user who they are in the organization
 */
export function inviteeOf(
  reservation: EmailReservation | undefined,
  person: Person | undefined,
  user: User | undefined,
): Invitee {
  if (!holderOf(reservation)) return { known: undefined, reservation, claimant: person };
  return { known: person, reservation, former: user?.status === 'archived' ? user : undefined };
}

export type InvitePlan = Invitee & {
  actor: Actor;
  organization: Organization;
  wish: Omit<InviteUser, 'org'>;
  /** What the wish names. */
  about: Known;
  /** What the actor holds. */
  holdings: Holdings;
  /** Who stood for the invitee before, where this replaces another invitation. */
  vouchers?: Invitation['vouchers'];
  /** Ids to use where something new is made. */
  fresh: { person: PersonId; invitation: InvitationId };
  now: Time;
};

/** The user as they are until they accept. */
export function invitedUser(plan: InvitePlan): User {
  const { organization, wish, known, former, fresh, now } = plan;
  const { firstName, lastName, username, email, requireMfa, apiAccess } = wish;
  const { role, access, customRoles, groups, projects } = wish;
  return {
    type: 'user',
    version: (former?.version ?? 0) + 1,
    organization: organization.id,
    id: known?.id ?? fresh.person,
    ...{ firstName, lastName, displayName: wish.displayName ?? plainName(wish), username, email },
    ...{ role, access, customRoles, groups, projects },
    status: 'invited',
    approved: !organization.approvingPartner,
    approver: organization.approvingPartner,
    ...{ requireMfa, apiAccess },
    home: !known || known.home === organization.id,
    factors: [],
    seated: wish.sendInvitation,
    invitation: wish.sendInvitation ? sentOnceMore(silentInvitation(plan), now) : silentInvitation(plan),
    createdAt: former?.createdAt ?? now,
    sessionsValidAfter: former?.sessionsValidAfter,
    lastActiveAt: former?.lastActiveAt,
  };
}

/** One that was not sent yet. */
function silentInvitation({ actor, organization, wish, fresh, vouchers }: InvitePlan): Invitation {
  return {
    id: fresh.invitation,
    generation: 0,
    lifeMinutes: wish.expiresInMinutes ?? organization.invitationLifeMinutes,
    invitedBy: 'person' in actor ? actor.person : undefined,
    vouchers: vouchedFor(vouchers, actor),
    note: wish.note,
    language: wish.language ?? organization.language,
  };
}

/**
 * A known person gets one more membership; an unknown one begins to exist, with the address reserved. Either takes as
 * many steps, so that neither takes longer.
 */
export function personJoins({ organization, known, reservation, now }: InvitePlan, user: User): Change[] {
  const memberships = { ...known?.memberships, [organization.id]: user.status };
  if (known)
    return [
      { do: 'update', before: known, after: next(known, { memberships }) },
      ...(reservation ? [{ do: 'check', entity: reservation } as const] : []),
    ];
  const person: Person = {
    type: 'person',
    version: 1,
    id: user.id,
    email: user.email,
    home: organization.id,
    language: user.invitation?.language ?? organization.language,
    memberships,
    passwordGeneration: 0,
    emailGeneration: 0,
    factors: { recoveryCodes: [] },
    createdAt: now,
  };
  return [{ do: 'create', entity: person }, takeAddress(user.email, user.id, reservation)];
}
