/** The law of addresses: whose one is, and how one is changed. */
import type { PersonId } from '../contract/ids.ts';
import type { EmailReservation } from './model.ts';

/** Who signs in with an address; nobody does with one that is only held for a change that was not confirmed. */
export function holderOf(reservation: EmailReservation | undefined): PersonId | undefined {
  return reservation?.pendingUntil ? undefined : reservation?.person;
}
