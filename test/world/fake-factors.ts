/** Second factors in memory: which are asked for, and whether an answer is right. */
import { randomUUID } from 'node:crypto';
import type { Factor } from '../../shared/contract/factors.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { ChallengeKind } from '../../shared/ports/identity.ts';
import type { Clock } from '../../shared/ports/system.ts';
import { fakeApps } from './fake-apps.ts';
import { fakeTelephones, type Sms } from './fake-telephones.ts';

type Challenge = { kind: ChallengeKind; session: string };
type Open = { person: PersonId; kind: ChallengeKind; until: string /** That was texted. */; code?: string };

export function fakeFactors(clock: Clock, receive: (sms: Sms) => void) {
  const apps = fakeApps(clock);
  const telephones = fakeTelephones(clock, receive);
  const asked = new Map<PersonId, readonly Factor[]>();
  const open = new Map<string, Open>();
  const kept = { authenticator: apps, sms: telephones };
  const of = (person: PersonId) => asked.get(person) ?? [];

  const isRight = (challenge: Open, answer: string) =>
    challenge.kind === 'sms-code' ? challenge.code === answer : apps.takes(challenge.person, answer);

  return {
    apps,
    telephones,
    of,
    askFor: (person: PersonId, factors: readonly Factor[]) => {
      const missing = factors.find(factor => !kept[factor].has(person));
      if (missing) throw new Error(`${missing} is to be asked for and was never set up`);
      asked.set(person, [...factors]);
    },
    forget: (person: PersonId, factors: readonly Factor[]) => {
      asked.set(
        person,
        of(person).filter(factor => !factors.includes(factor)),
      );
      for (const factor of factors) kept[factor].forget(person);
    },
    /** What somebody with the right password is asked; nothing, where there is no second factor. */
    challenge: (person: PersonId): Challenge | undefined => {
      const [factor] = of(person);
      if (!factor) return undefined;
      const kind = factor === 'sms' ? 'sms-code' : 'authenticator-code';
      const code = factor === 'sms' ? telephones.ask(person) : undefined;
      const session = randomUUID();
      open.set(session, { person, kind, code, until: plusMinutes(clock.now(), 3) });
      return { kind, session };
    },
    /** A right answer uses the challenge up; a wrong one leaves it open for the rest of its three minutes. */
    answers: (person: PersonId, { kind, session }: Challenge, answer: string) => {
      const challenge = open.get(session);
      const isOpen = challenge?.person === person && challenge.kind === kind && clock.now() < challenge.until;
      return isOpen && isRight(challenge, answer) && open.delete(session);
    },
  };
}
