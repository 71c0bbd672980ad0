/** Accepting an invitation. */
import type { Difference } from '../contract/events.ts';
import type { OrganizationId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import { apiAccessRefusal } from './api-access.ts';
import { type Decision, differences, type EventDraft, refuse } from './decision.ts';
import { type ClosedLink, closedLink } from './invitation.ts';
import { following } from './mirror.ts';
import type { Link, Organization, Person, User } from './model.ts';
import type { Onboarding } from './onboarding.ts';
import { reduced } from './reduce.ts';
import { assigning, type Named } from './rights.ts';
import { statusAfter } from './transitions.ts';
import { next, personTurned, renamed, turning } from './user.ts';
import type { Voucher } from './vouchers.ts';

export type Acceptance = {
  link: Link | undefined;
  user: User;
  person: Person;
  organization: Organization;
  /** What a new person told of themselves; somebody with an account has done so before. */
  onboarding?: Onboarding;
  /** Who stands for what they were invited to; undefined: the system does. */
  vouchers: readonly Voucher[] | undefined;
  /** What their rights name. */
  named: Named;
  now: Time;
};

/**
 * The invitee becomes an active user; a new person has credentials from now on, which the organization that they accept
 * first looks after.
 */
export function decideAccept(it: Acceptance): Decision<Person, ClosedLink | 'too-many-organizations'> {
  const { link, user, person, organization, onboarding, now } = it;
  const closed = closedLink(link, user, now);
  if (closed) return refuse(closed);
  const status = statusAfter('accept', user);
  if (!status) return refuse('invitation-revoked');
  if (belongsTo(person) >= mostOrganizations) return refuse('too-many-organizations');
  const { rights, left } = reduced(user, it.vouchers, it.named);
  const joined = next(user, {
    ...rights,
    ...(onboarding && renamed(user, onboarding.profile)),
    status,
    invitation: user.invitation && { ...user.invitation, acceptedAt: now },
    lastActiveAt: now,
  });
  const more = { ...(onboarding && onboarded(person, onboarding, now)), home: homeOf(it) };
  const known = personTurned(organization, { user, person }, { user: joined, person: more });
  const after = withApiAccess(following(joined, known), organization);
  return {
    ok: true,
    changes: [
      ...turning(organization, { user, person }, { user: after, person: more }),
      ...assigning(user, after, it.named),
    ],
    events: [
      {
        organization: organization.id,
        action: 'invitation.accepted',
        target: { type: 'user', id: user.id },
        changes: differences(user, after, ['status', 'apiAccess']),
      },
      ...(left.length > 0 ? [reducedBy(user, left)] : []),
    ],
    answer: known,
  };
}

/** All users of a person change in one transaction, with their address and whatever else it is about. */
const mostOrganizations = 45;

/** Whoever was only invited somewhere belongs there from the acceptance on. */
function belongsTo({ memberships }: Person): number {
  return Object.values(memberships).filter(state => state !== 'invited').length;
}

/** Both are told: whoever invited, and whoever has accepted. */
function reducedBy({ organization, id }: User, changes: Difference[]): EventDraft {
  return { organization, action: 'access.reduced', target: { type: 'user', id }, changes };
}

/** Here, where nobody looks after the account yet, or not any more. */
function homeOf({ person, organization, onboarding }: Acceptance): OrganizationId {
  const state = person.memberships[person.home];
  const isLookedAfter = !onboarding && state !== undefined && state !== 'invited' && state !== 'archived';
  return isLookedAfter ? person.home : organization.id;
}

/** API access is part of the account: it is given at home, and not to somebody who has a second factor. */
function withApiAccess(user: User, organization: Organization): User {
  const isGiven = user.apiAccess && user.home && !apiAccessRefusal(organization, user);
  return { ...user, apiAccess: isGiven };
}

function onboarded(person: Person, onboarding: Onboarding, now: Time): Partial<Person> {
  return {
    passwordGeneration: person.passwordGeneration + 1,
    profile: onboarding.profile,
    communications: onboarding.communications,
    termsAccepted: [...(person.termsAccepted ?? []), { version: onboarding.termsVersion, at: now }],
  };
}
