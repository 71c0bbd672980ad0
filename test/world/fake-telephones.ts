/** Telephones in memory: their numbers, and the codes that confirm them, by the local Cognito's rules. */
import { randomInt } from 'node:crypto';
import { createHourlyLimits } from '../../infra/local/servers/cognito/hourly-limits.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { Clock } from '../../shared/ports/system.ts';

export type Sms = { to: string; text: string };

type Sent = { code: string; to: string; until: string };

export function fakeTelephones(clock: Clock, receive: (sms: Sms) => void) {
  const numbers = new Map<PersonId, string>();
  const codes = new Map<PersonId, Sent>();
  const limits = createHourlyLimits();

  const send = (to: string, what: string) => {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    receive({ to, text: `${code} is your code ${what}.` });
    return code;
  };

  return {
    set: (person: PersonId, telephone: string) => {
      numbers.set(person, telephone);
    },
    sendCode: (person: PersonId) => {
      const to = numbers.get(person);
      if (!to) return false;
      if (!limits.admits('GetUserAttributeVerificationCode', person, new Date(clock.now()))) return false;
      const code = send(to, 'to confirm this telephone for Tenantry');
      codes.set(person, { code, to, until: plusMinutes(clock.now(), 24 * 60) });
      return true;
    },
    confirm: (person: PersonId, code: string) => {
      const [number, sent] = [numbers.get(person), codes.get(person)];
      if (!number) return false;
      if (!limits.admits('VerifyUserAttribute', person, new Date(clock.now()))) return false;
      if (sent?.code !== code || sent.to !== number || clock.now() >= sent.until) return false;
      return codes.delete(person);
    },
    /** Texts a code to sign in with, and returns it. */
    ask: (person: PersonId) => send(numbers.get(person) ?? 'nowhere', 'to sign in to Tenantry'),
    has: (person: PersonId) => numbers.has(person),
    forget: (person: PersonId) => {
      numbers.delete(person);
      codes.delete(person);
    },
  };
}
