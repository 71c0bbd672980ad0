/** As what somebody stands in an organization, and what it asks of them beyond that. */
import type { Role, Standing } from '../contract/roles.ts';
import type { Time } from '../contract/text.ts';
import type { Membership } from './entry.ts';
import { lacksFactor } from './factors.ts';
import type { Person, Session, User } from './model.ts';
import { isIdle, sessionCounts } from './session.ts';

type Acting = { kind: Standing; role: Role /** The user as whom they act. */; self: User };

/** What an organization asks of its own users, beyond being one. */
export function closedToMember(
  { person, session, organization, user }: { person: Person; session: Session } & Membership,
  now: Time,
): 'session-ended' | 'second-factor-required' | undefined {
  if (isIdle(session, organization, now)) return 'session-ended';
  return lacksFactor(person, organization, user) ? 'second-factor-required' : undefined;
}

/** As one of the organization's own users, else as staff of the SaaS company, else not at all. */
export function standingIn(
  session: Session,
  user: User | undefined,
  staff: User | undefined,
): Acting | undefined {
  if (user?.status === 'active' && user.approved)
    return sessionCounts(session, user) ? { kind: 'member', role: user.role, self: user } : undefined;
  return staffStanding('operator', session, staff);
}

/** Staff act elsewhere with the role they have among their own, unless it is the lowest. */
export function staffStanding(
  kind: 'partner' | 'operator',
  session: Session,
  staff: User | undefined,
): Acting | undefined {
  const acts = staff?.status === 'active' && staff.approved && staff.role !== 'user';
  return acts && sessionCounts(session, staff) ? { kind, role: staff.role, self: staff } : undefined;
}
