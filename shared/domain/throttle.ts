/** How many attempts are let through: so many against one account, and so many from one address. */
import type { Time } from '../contract/text.ts';
import { type Failure, refuse } from './decision.ts';
import { plusMinutes, timeOf } from './time.ts';

/** Attempts that count together: against one account, or from one address. */
export type Bucket = {
  name: string;
  limit: number;
  emptyAt: Time;
  /** As how many it counts: one, unless it says more. */
  units?: number;
};

/** Attempts in a window of so many minutes; a rightful one does not count. */
const limits = {
  /** Passwords, wherever one is typed. */
  password: { minutes: 15, account: 10, address: 300 },
  /** Codes of a second factor, and recovery codes. */
  code: { minutes: 15, account: 10, address: 300 },
  /** Mails with a link to choose a new password. */
  'forgot-password': { minutes: 60, account: 5, address: 300 },
  /** The same mails, where an administrator asks for them; strangers cannot use these up. */
  'reset-by-administrator': { minutes: 60, account: 5, address: 300 },
  /** Mails to an address that somebody wants, whose it is known to nobody. */
  'email-change': { minutes: 60, account: 10, address: 300 },
  /** Text messages to a telephone. */
  sms: { minutes: 60, account: 5, address: 50 },
  /** Secrets of registered applications. */
  client: { minutes: 15, account: 30, address: 300 },
} as const;

export type Attempt = keyof typeof limits;

/**
 * The buckets that an attempt counts in.
 * @param account what is attempted on, in a form that tells nothing of it, such as a hash
 */
export function bucketsFor(kind: Attempt, account: string, ip: string | undefined, now: Time): Bucket[] {
  const { minutes, account: perAccount, address } = limits[kind];
  const window = minutes * 60_000;
  const start = timeOf(new Date(Math.floor(Date.parse(now) / window) * window));
  const emptyAt = plusMinutes(start, minutes);
  const bucket = (what: string, limit: number): Bucket => ({
    name: `${kind}#${what}#${start}`,
    limit,
    emptyAt,
  });
  return [
    bucket(`account#${account}`, perAccount),
    ...(ip ? [bucket(`address#${network(ip)}`, address)] : []),
  ];
}

/** The refusal, which says when to try again. */
export function tooManyAttempts(
  buckets: readonly Bucket[],
  now: Time,
): { ok: false; failure: Failure<'too-many-attempts'> } {
  const seconds = Math.ceil((Date.parse(buckets[0]?.emptyAt ?? now) - Date.parse(now)) / 1000);
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return refuse('too-many-attempts', {
    detail: `There were too many attempts for this account or from this address. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    retryAfter: Math.max(1, seconds),
  });
}

/** Whoever has one address of version 6 has its whole /64. */
function network(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [
    ...groups,
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...(tail?.split(':') ?? []),
  ];
  return all
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
