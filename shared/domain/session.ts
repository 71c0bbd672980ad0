/** The law of sessions: when one holds, and who may have one. */
import { sessionDays } from '../contract/auth.ts';
import type { OrganizationId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { Person, Session } from './model.ts';
import { secondsOf } from './time.ts';

/** Whether a session is there and began no earlier than whatever would have ended it. */
export function sessionHolds(
  session: Session | undefined,
  ender: { sessionsValidAfter?: Time },
): session is Session {
  return session !== undefined && session.createdAt >= (ender.sessionsValidAfter ?? '');
}

/** Whether any organization lets this person in. */
export function hasAccess(person: Person): boolean {
  return activeMemberships(person).length > 0;
}

export function activeMemberships(person: Person): OrganizationId[] {
  return Object.entries(person.memberships)
    .filter(([, status]) => status === 'active')
    .map(([organization]) => organization as OrganizationId); // keys of the record are ids by its schema
}

export function beginSession(
  person: Person,
  id: string,
  from: { ip?: string; userAgent?: string },
  now: Time,
): Session {
  const { ip, userAgent } = from;
  const ttl = secondsOf(now) + (sessionDays + 1) * 24 * 60 * 60;
  return { type: 'session', version: 1, person: person.id, id, createdAt: now, ip, userAgent, ttl };
}
