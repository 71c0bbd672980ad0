/** As what somebody stands in an organization, and what it asks of them beyond that. */
import type { Standing } from '../contract/roles.ts';
import type { Time } from '../contract/text.ts';
import type { Membership } from './entry.ts';
import { lacksFactor } from './factors.ts';
import type { Organization, Person, Session, User } from './model.ts';
import { isIdle, sessionCounts } from './session.ts';

/** The user as whom somebody acts, and the organization where they are that. */
export type Acting = { kind: Standing; self: User; from: Organization };

type Possible = { organization: Organization | undefined; user: User | undefined };
type Holder = { person: Person; session: Session };

/** As one of the organization's own users: active, approved, and not signed out there. */
export function memberStanding(session: Session, { organization, user }: Possible): Acting | undefined {
  const acts = organization && user?.status === 'active' && user.approved && sessionCounts(session, user);
  return acts ? { kind: 'member', self: user, from: organization } : undefined;
}

/** Staff act elsewhere with the role they have among their own, unless it is the lowest. */
export function staffStanding(
  kind: 'partner' | 'operator',
  session: Session,
  possible: Possible,
): Acting | undefined {
  const own = possible.organization?.kind === kind ? memberStanding(session, possible) : undefined;
  return own && own.self.role !== 'user' ? { ...own, kind } : undefined;
}

/** What keeps somebody out of an organization who has a part in it. Only the operators act in one that is suspended. */
export function closedTo(
  { person, session }: Holder,
  { organization, acting: { kind, self, from } }: { organization: Organization; acting: Acting },
  now: Time,
): 'organization-suspended' | 'session-ended' | 'second-factor-required' | undefined {
  if (kind !== 'operator' && (organization.suspendedAt || from.suspendedAt)) return 'organization-suspended';
  return closedToMember({ person, session, organization: from, user: self }, now);
}

/** What an organization asks of its own users, beyond being one. */
export function closedToMember(
  { person, session, organization, user }: Holder & Membership,
  now: Time,
): 'session-ended' | 'second-factor-required' | undefined {
  if (isIdle(session, organization, now)) return 'session-ended';
  return lacksFactor(person, organization, user) ? 'second-factor-required' : undefined;
}
