/** Authenticator apps in memory, by the local Cognito's rules: half a minute early or late, and every code once. */
import { newSecret, stepOf } from '../../infra/local/servers/cognito/totp.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { Clock } from '../../shared/ports/system.ts';

type App = {
  secret: string;
  /** The 30-second step whose code was taken last. */
  lastStep: number;
};

export function fakeApps(clock: Clock) {
  const begun = new Map<PersonId, string>();
  const apps = new Map<PersonId, App>();
  const step = (secret: string, code: string) => stepOf(secret, code, new Date(clock.now())) ?? -1;
  return {
    begin: (person: PersonId) => {
      const secret = newSecret();
      begun.set(person, secret);
      return { secret };
    },
    /** The app that counted before does so until this is true. */
    confirm: (person: PersonId, code: string) => {
      const secret = begun.get(person);
      const lastStep = secret ? step(secret, code) : -1;
      if (!secret || lastStep < 0) return false;
      begun.delete(person);
      apps.set(person, { secret, lastStep });
      return true;
    },
    takes: (person: PersonId, code: string) => {
      const app = apps.get(person);
      const taken = app ? step(app.secret, code) : -1;
      if (!app || taken <= app.lastStep) return false;
      app.lastStep = taken;
      return true;
    },
    has: (person: PersonId) => apps.has(person),
    forget: (person: PersonId) => {
      begun.delete(person);
      apps.delete(person);
    },
  };
}
