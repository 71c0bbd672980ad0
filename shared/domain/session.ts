/** The law of sessions: when one holds, and who may have one. */
import { sessionDays } from '../contract/auth.ts';
import type { OrganizationId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { Organization, Person, Session, User } from './model.ts';
import { plusMinutes, secondsOf } from './time.ts';

/** The ending of every session that began by now, however many there are: of the person, or in one organization. */
export function endingSessions({ version }: Person, now: Time): Required<Pick<Person, 'sessionsValidAfter'>> {
  return { sessionsValidAfter: { version, at: now } };
}

/** Whether a session is there and was not ended: it began later, or ended the others itself and stayed. */
export function sessionHolds(
  session: Session | undefined,
  { sessionsValidAfter }: Pick<Person, 'sessionsValidAfter'>,
): session is Session {
  return (
    session !== undefined &&
    (session.keptVersion ?? session.personVersion) > (sessionsValidAfter?.version ?? 0)
  );
}

/** Whether a session that holds counts in an organization: there, nobody keeps what it has ended. */
export function sessionCounts(
  session: Session,
  { sessionsValidAfter }: Pick<User, 'sessionsValidAfter'>,
): boolean {
  return session.personVersion > (sessionsValidAfter?.version ?? 0);
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
  from: Pick<Session, 'ip' | 'userAgent' | 'place' | 'client' | 'awaits'>,
  now: Time,
): Session {
  const { ip, userAgent, place, client, awaits } = from;
  const ttl = secondsOf(now) + (sessionDays + 1) * 24 * 60 * 60;
  return {
    ...{ type: 'session', version: 1, person: person.id, personVersion: person.version, id, createdAt: now },
    ...{ ip, userAgent, place, client, awaits, ttl },
  };
}

/** Its use is noted no oftener than this, so it may have been used so much later than it says. */
export const useNotedMinutes = 5;

/** Whether nobody has used a session for longer than its organization allows. A script sits at no keyboard. */
export function isIdle(session: Session, { idleSignOutMinutes }: Organization, now: Time): boolean {
  if (idleSignOutMinutes === null || session.client) return false;
  return now > plusMinutes(session.lastUsedAt ?? session.createdAt, idleSignOutMinutes + useNotedMinutes);
}
