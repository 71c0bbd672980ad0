/** Who stands for what an invitee is to hold, until they accept. */
import type { Role } from '../contract/roles.ts';
import type { Actor } from './actor.ts';
import type { Holdings } from './holdings.ts';
import type { Invitation } from './model.ts';

/** Somebody who stands for an invitee, as they are now: active, with their role and what they hold. */
export type Voucher = { role: Role; holdings: Holdings };

/** So many stand for an invitation, the latest: each is read when it is accepted. */
const mostVouchers = 5;

/** Whoever acts stands for the invitee from now on, too. */
export function vouchedFor(vouchers: Invitation['vouchers'] = [], actor: Actor): Invitation['vouchers'] {
  if (!('self' in actor)) return vouchers;
  const { organization, id } = actor.self;
  const others = vouchers.filter(({ person }) => person !== id);
  return [...others, { organization, person: id }].slice(-mostVouchers);
}
