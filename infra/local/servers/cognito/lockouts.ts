/**
 * Wrong passwords and codes: after five, a user is locked out for a second, and after each further one for twice as
 * long, up to 15 minutes. ("Lockout behavior for failed sign-in attempts" in Cognito's developer guide.)
 */
export type Lockouts = {
  /** Whether a try is to be refused unseen; such a try does not count. */
  holds(user: string, now: Date): boolean;
  failed(user: string, now: Date): void;
  succeeded(user: string): void;
};

type Failures = { readonly count: number; readonly last: number };

const free = 5;
const longest = 15 * 60_000;

export function createLockouts(): Lockouts {
  const failures = new Map<string, Failures>();
  return {
    holds(user, now) {
      const known = failures.get(user);
      return known !== undefined && known.count >= free && now.getTime() < known.last + lockFor(known.count);
    },
    failed(user, now) {
      const known = failures.get(user);
      const forgotten = !known || now.getTime() >= known.last + longest;
      failures.set(user, { count: forgotten ? 1 : known.count + 1, last: now.getTime() });
    },
    succeeded: user => {
      failures.delete(user);
    },
  };
}

function lockFor(count: number): number {
  return Math.min(2 ** (count - free) * 1_000, longest);
}
