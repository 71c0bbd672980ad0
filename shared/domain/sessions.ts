/** The list of somebody's sessions, and the ending of them. */
import type { SessionView } from '../contract/sessions.ts';
import type { Time } from '../contract/text.ts';
import { mayAct } from './actor.ts';
import { credentialsRefusal } from './credentials.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import type { Person, Session } from './model.ts';
import { endingSessions, sessionHolds } from './session.ts';
import { deviceOf } from './session-device.ts';
import { next, type UserCase } from './user.ts';

/** Those that hold, the one used last first. */
export function viewSessions(person: Person, sessions: readonly Session[], current: string): SessionView[] {
  const lastUse = ({ lastUsedAt, createdAt }: Session) => lastUsedAt ?? createdAt;
  return sessions
    .filter(session => sessionHolds(session, person))
    .sort((one, other) => (lastUse(one) < lastUse(other) ? 1 : -1))
    .map(session => {
      const { id, createdAt, lastUsedAt, userAgent, place, ip, client } = session;
      const device = deviceOf(userAgent);
      return { id, createdAt, lastUsedAt, device, place, ip, client, current: id === current };
    });
}

/** One session is over. */
export function decideEndSession(
  person: Person | undefined,
  session: Session | undefined,
): Decision<undefined, 'not-found'> {
  if (!person || !sessionHolds(session, person)) return refuse('not-found');
  return {
    ok: true,
    changes: [{ do: 'remove', entity: session }],
    events: [ended(person)],
    answer: undefined,
  };
}

/** The same by an administrator. */
export function decideEndUserSession(
  it: UserCase,
  session: Session | undefined,
): Decision<undefined, 'not-found' | 'role-too-high' | 'not-home'> {
  if (!mayAct(it.actor, 'edit', it.user.role)) return refuse('role-too-high');
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal === 'wrong-status' ? 'not-found' : refusal);
  return decideEndSession(it.person, session);
}

/** All sessions are over at once, however many there are; or all but the one that asks for it. */
export function decideEndSessions(
  person: Person | undefined,
  { asking, which, now }: { asking: Session | undefined; which: 'others' | 'all'; now: Time },
): Decision<undefined, 'not-found'> {
  if (!person) return refuse('not-found');
  return {
    ok: true,
    changes: [
      { do: 'update', before: person, after: next(person, endingSessions(person, now)) },
      ...(which === 'others' ? keeping(person, asking) : []),
    ],
    events: [ended(person)],
    answer: undefined,
  };
}

/**
 * The step that lets a session outlive all others of its person; none where it was ended itself meanwhile.
 * @param person as they are before the others are ended
 */
export function keeping(person: Person, session: Session | undefined) {
  if (!sessionHolds(session, person)) return [];
  return [
    { do: 'update', before: session, after: next(session, { keptVersion: person.version + 1 }) } as const,
  ];
}

function ended({ home, id }: Person): EventDraft {
  return { organization: home, action: 'session.ended', target: { type: 'person', id } };
}
