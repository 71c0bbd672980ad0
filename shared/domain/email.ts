/** The law of addresses: whose one is, and how one is taken and held. */
import type { PersonId } from '../contract/ids.ts';
import type { Email, Time } from '../contract/text.ts';
import type { Change } from './change.ts';
import type { EmailReservation, Person } from './model.ts';
import { next } from './user.ts';

/** Who signs in with an address; nobody does with one that is only held for a change that was not confirmed. */
export function holderOf(reservation: EmailReservation | undefined): PersonId | undefined {
  return reservation?.pendingUntil ? undefined : reservation?.person;
}

/**
 * Whether a person's address is theirs. Whoever is archived wherever they were gives it back; somebody who has no
 * credentials yet is nothing but an address, and whoever is invited with it is them.
 */
export function keepsAddress({ passwordGeneration, memberships }: Person): boolean {
  return passwordGeneration === 0 || Object.values(memberships).some(state => state !== 'archived');
}

/**
 * Makes an address somebody's.
 * @param claim that it is held for a change which nobody has confirmed: that yields, or anybody could keep another from
 *   being invited by asking for their address
 */
export function takeAddress(email: Email, person: PersonId, claim: EmailReservation | undefined): Change {
  const reservation: EmailReservation = { type: 'email', version: 1, email, person };
  if (!claim) return { do: 'create', entity: reservation };
  return { do: 'update', before: claim, after: next(claim, { person, pendingUntil: undefined }) };
}

export type Hold = { email: Email; person: PersonId; until: Time };

/**
 * Holds an address for a change, unless it is somebody else's or held for somebody else: then nothing is written, as
 * long as that is so. What was held until a moment that is past counts for nothing.
 */
export function holdAddress(
  { email, person, until }: Hold,
  found: EmailReservation | undefined,
  now: Time,
): Change {
  if (!found)
    return { do: 'create', entity: { type: 'email', version: 1, email, person, pendingUntil: until } };
  const isFree = found.pendingUntil && (found.person === person || found.pendingUntil <= now);
  if (!isFree) return { do: 'check', entity: found };
  return { do: 'update', before: found, after: next(found, { person, pendingUntil: until }) };
}

/** Gives an address back that is held for a change of this person. */
export function letGo(found: EmailReservation | undefined, person: PersonId): Change[] {
  return found?.pendingUntil && found.person === person ? [{ do: 'remove', entity: found }] : [];
}
