/** Setting up a second factor of one's own, and taking one away. */
import type { Me } from '../contract/auth.ts';
import type { Factor } from '../contract/factors.ts';
import type { Time } from '../contract/text.ts';
import { isForScripts } from './api-access.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { enrolledFactors, requiresFactor } from './factors.ts';
import { type Self, viewMe } from './me.ts';
import { changingPerson } from './mirror.ts';
import type { Factors, Person, Session, User } from './model.ts';
import { sessionHolds } from './session.ts';
import { next } from './user.ts';

/** Somebody with everything that a change of them may touch. */
export type PersonCase = Self & {
  /** In all their organizations, wherever they stand there. */
  users: readonly User[];
  now: Time;
};

type NotAllowed = 'factor-not-allowed' | 'api-access-excludes-mfa';

/** Why somebody may not enrol a factor; undefined where they may. */
export function enrolmentRefusal(
  factor: Factor,
  { home, users }: Pick<PersonCase, 'home' | 'users'>,
): NotAllowed | undefined {
  if (!home?.allowedFactors.includes(factor)) return 'factor-not-allowed';
  return isForScripts(users) ? 'api-access-excludes-mfa' : undefined;
}

/** The number that a code was sent to; it counts once the code is confirmed. */
export function decideTelephone(
  it: PersonCase,
  telephone: string,
): Decision<Person, NotAllowed | 'wrong-status'> {
  const { person } = it;
  const refusal = enrolmentRefusal('sms', it);
  if (refusal) return refuse(refusal);
  if (person.factors.sms)
    return refuse('wrong-status', {
      detail: 'A telephone is enrolled already. Remove it first, or ask an administrator to reset it.',
    });
  const after = next(person, { factors: { ...person.factors, pendingTelephone: telephone } });
  return { ok: true, changes: [{ do: 'update', before: person, after }], events: [], answer: after };
}

/** A proof that somebody has a factor, and what comes with it. */
export type Enrolment = {
  factor: Factor;
  /** The session that brought it. */
  session: string;
  sessions: readonly Session[];
  /** Of the recovery codes that a first factor brings. */
  hashes: readonly string[];
};

/** The factor counts, and so does every session that waited for one. The answer: whether it is the first. */
export function decideEnrol(
  it: PersonCase,
  { factor, session, sessions, hashes }: Enrolment,
): Decision<{ isFirst: boolean }, NotAllowed | 'session-ended' | 'wrong-code'> {
  const { person } = it;
  const holding = sessions.filter(one => sessionHolds(one, person));
  if (!holding.some(({ id }) => id === session)) return refuse('session-ended');
  const refusal = enrolmentRefusal(factor, it);
  if (refusal) return refuse(refusal);
  const factors = proven(factor, it);
  if (!factors) return refuse('wrong-code');
  const isFirst = enrolledFactors(person).length === 0;
  const recoveryCodes = isFirst ? [...hashes] : factors.recoveryCodes;
  const { changes } = changingPerson(person, { factors: { ...factors, recoveryCodes } }, it.users);
  return {
    ok: true,
    changes: [...changes, ...waitingNoMore(holding, session)],
    events: [told('factor.added', person, { after: factor })],
    answer: { isFirst },
  };
}

/** Undefined for a telephone that no code was sent to. */
function proven(factor: Factor, { person, now }: PersonCase): Factors | undefined {
  const { pendingTelephone: telephone, ...factors } = person.factors;
  if (factor === 'authenticator') return { ...person.factors, authenticator: { enrolledAt: now } };
  return telephone ? { ...factors, sms: { enrolledAt: now, telephone } } : undefined;
}

/** A transaction has room for so many; whoever waits in further ones signs in anew. */
const mostSessions = 20;

function waitingNoMore(sessions: readonly Session[], first: string): Change[] {
  const waiting = sessions.filter(({ awaits }) => awaits);
  const inOrder = [...waiting].sort((one, other) => Number(other.id === first) - Number(one.id === first));
  return inOrder
    .slice(0, mostSessions)
    .map(before => ({ do: 'update', before, after: next(before, { awaits: undefined }) }));
}

/** The factor counts no more; with the last one the recovery codes go. */
export function decideRemoveFactor(
  it: PersonCase,
  factor: Factor,
): Decision<Me, 'not-found' | 'factor-needed'> {
  const { person, memberships, users, now } = it;
  const left = enrolledFactors(person).filter(other => other !== factor);
  if (left.length === enrolledFactors(person).length) return refuse('not-found');
  const isNeeded = memberships.some(({ organization, user }) => requiresFactor(organization, user));
  if (left.length === 0 && isNeeded) return refuse('factor-needed');
  const { [factor]: _, ...factors } = person.factors;
  const recoveryCodes = left.length > 0 ? factors.recoveryCodes : [];
  const different = { factors: { ...factors, recoveryCodes }, factorsChangedAt: now };
  const changed = changingPerson(person, different, users);
  return {
    ok: true,
    changes: changed.changes,
    events: [told('factor.removed', person, { before: factor })],
    answer: viewMe({ ...it, person: changed.person }),
  };
}

function told(
  action: 'factor.added' | 'factor.removed',
  { home, id }: Person,
  moved: { before?: Factor; after?: Factor },
): EventDraft {
  return {
    organization: home,
    action,
    target: { type: 'person', id },
    changes: [{ field: 'factor', ...moved }],
  };
}
