/** Accepting an invitation. */
import type { Profile } from '../contract/invitations.ts';
import type { Time } from '../contract/text.ts';
import type { Decision } from './decision.ts';
import { refuse } from './decision.ts';
import { type ClosedLink, closedLink } from './invitation.ts';
import { mirrored } from './mirror.ts';
import type { Link, Organization, Person, User } from './model.ts';
import type { Onboarding } from './onboarding.ts';
import { next, personTurned, turning } from './user.ts';

export type Acceptance = {
  link: Link | undefined;
  user: User;
  person: Person;
  organization: Organization;
  /** What a new person told of themselves; somebody with an account has done so before. */
  onboarding?: Onboarding;
  now: Time;
};

/** The invitee becomes an active user; a new person has credentials from now on. */
export function decideAccept(it: Acceptance): Decision<Person, ClosedLink> {
  const { link, user, person, organization, onboarding, now } = it;
  const closed = closedLink(link, user, now);
  if (closed) return refuse(closed);
  const after = next(user, {
    ...(onboarding && named(user, onboarding.profile)),
    ...mirrored(person),
    status: 'active',
    invitation: user.invitation && { ...user.invitation, acceptedAt: now },
    lastActiveAt: now,
  });
  const more = onboarding && onboarded(person, onboarding, now);
  return {
    ok: true,
    changes: turning(organization, { user, person }, { user: after, person: more }),
    events: [
      {
        organization: organization.id,
        action: 'invitation.accepted',
        target: { type: 'user', id: user.id },
        changes: [{ field: 'status', before: user.status, after: after.status }],
      },
    ],
    answer: personTurned(organization, { user, person }, { user: after, person: more }),
  };
}

/** Whoever was shown under their plain name is shown under the one they gave; a chosen display name stays. */
function named(user: User, { firstName, lastName }: Profile): Partial<User> {
  const plain = user.displayName === `${user.firstName} ${user.lastName}`;
  return { firstName, lastName, ...(plain && { displayName: `${firstName} ${lastName}` }) };
}

function onboarded(person: Person, onboarding: Onboarding, now: Time): Partial<Person> {
  return {
    passwordGeneration: person.passwordGeneration + 1,
    profile: onboarding.profile,
    communications: onboarding.communications,
    termsAccepted: [...(person.termsAccepted ?? []), { version: onboarding.termsVersion, at: now }],
  };
}
