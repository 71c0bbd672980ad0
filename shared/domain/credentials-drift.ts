/** Where Cognito and the directory have drifted apart. The directory is right; Cognito follows. */
import type { Factor } from '../contract/factors.ts';
import { idAlphabet, type PersonId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import { enrolledFactors, isAligned } from './factors.ts';
import type { Person } from './model.ts';
import { plusMinutes } from './time.ts';

export const drifts = [
  /** Somebody was deleted and their credentials were not: removed. */
  'credentials-of-nobody',
  /** Somebody has chosen a password, and there are no credentials: only told, since nobody knows the password. */
  'credentials-missing',
  /** Factors have changed, and Cognito was not told: told again. */
  'factors-untold',
  /** Cognito asks for other factors than are enrolled: told again. */
  'factors-differ',
  /** Sessions were ended, and Cognito was not told: told again. */
  'sign-out-untold',
] as const;
export type Drift = (typeof drifts)[number];

/** What is seen of one person on both sides. */
export type Sight = {
  person: Person | undefined;
  /** Undefined where there are none. */
  credentials: { createdAt: Time } | undefined;
  /** What Cognito asks for, of those for whom it was looked up. */
  factors?: readonly Factor[];
  /** Whether any of their sessions holds: then Cognito cannot be told to end all. */
  signedIn: boolean;
  now: Time;
};

/** Whoever is younger may be under way: subscribers come a moment later, and Cognito's lists are behind. */
const minutes = { untold: 10, ofNobody: 60 };

export function driftOf(sight: Sight): Drift[] {
  const { person, credentials, factors, now } = sight;
  if (!person) {
    const isOld = credentials && now >= plusMinutes(credentials.createdAt, minutes.ofNobody);
    return isOld ? ['credentials-of-nobody'] : [];
  }
  if (!credentials) return person.passwordGeneration > 0 ? ['credentials-missing'] : [];
  const isDue = (at: Time | undefined) => at !== undefined && now >= plusMinutes(at, minutes.untold);
  const untold = !isAligned(person) && isDue(person.factorsChangedAt);
  const differ = factors && isAligned(person) && factors.join() !== enrolledFactors(person).join();
  const found: [Drift, boolean | undefined][] = [
    ['factors-untold', untold],
    ['factors-differ', differ],
    ['sign-out-untold', isSignOutUntold(person) && !sight.signedIn && isDue(person.sessionsValidAfter?.at)],
  ];
  return found.flatMap(([drift, is]) => (is ? [drift] : []));
}

/** What Cognito asks for costs a look at each person, so each hour it is a twenty-fourth of them: in a day, everybody. */
export function isTurnOf(id: PersonId, now: Time): boolean {
  const hour = Math.floor(Date.parse(now) / 3_600_000);
  const random = [...id.slice(-2)].reduce((sum, character) => 32 * sum + idAlphabet.indexOf(character), 0);
  return random % 24 === hour % 24;
}

/** Whether sessions were ended since Cognito was last told to end all. */
export function isSignOutUntold({ sessionsValidAfter, signedOutAt }: Person): boolean {
  return (sessionsValidAfter?.at ?? '') > (signedOutAt ?? '');
}
