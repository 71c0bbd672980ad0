/**
 * Wrong passwords and codes: after five, a user is locked out for a second, and after each further one for twice as
 * long, up to 15 minutes. ("Lockout behavior for failed sign-in attempts" in Cognito's developer guide.)
 */
import { notAuthorized } from './refusal.ts';
import type { Party } from './world.ts';

export type Lockouts = {
  /** Refuses a try while the user is locked out; such a try does not count. */
  check(party: Party, now: Date): void;
  failed(party: Party, now: Date): void;
  succeeded(party: Party): void;
};

type Failures = { readonly count: number; readonly last: number };

const free = 5;
const longest = 15 * 60_000;

export function createLockouts(): Lockouts {
  const failures = new Map<string, Failures>();
  const idOf = ({ pool, user }: Party) => `${pool.options.Id}/${user.Username}`;
  return {
    check(party, now) {
      const known = failures.get(idOf(party));
      if (known && now.getTime() < known.last + lockFor(known.count)) {
        throw notAuthorized('Password attempts exceeded');
      }
    },
    failed(party, now) {
      const id = idOf(party);
      const known = failures.get(id);
      const forgotten = !known || now.getTime() >= known.last + longest;
      failures.set(id, { count: forgotten ? 1 : known.count + 1, last: now.getTime() });
    },
    succeeded: party => {
      failures.delete(idOf(party));
    },
  };
}

function lockFor(count: number): number {
  return count < free ? 0 : Math.min(2 ** (count - free) * 1_000, longest);
}
