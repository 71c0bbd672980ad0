/** What is done to a user, told by the model: what comes of it, and how the model is different afterwards. */
import type { Role } from '../../../shared/contract/roles.ts';
import {
  accessRefusal,
  at,
  claimantOf,
  holderOf,
  holdsAll,
  isPending,
  letGo,
  type Member,
  type Model,
  may,
  type Somebody,
  seatIsFree,
  settle,
  takesSeat,
} from './model.ts';

/** Each with its success, as its route states it. */
const success = {
  'send-invitation': '202',
  'revoke-invitation': '200',
  'extend-invitation': '200',
  'copy-invitation-link': '200',
  'deactivate-user': '200',
  'reactivate-user': '200',
  'archive-user': '200',
  'restore-user': '200',
  'edit-user': '200',
  'change-user-email': '202',
  'cancel-user-email-change': '200',
  'delete-user': '204',
} as const;
export type Deed = keyof typeof success;

export type Doing = {
  deed: Deed;
  org: number;
  by: number;
  who: number;
  /** For edits. */
  role: Role;
  /** For a change of address. */
  email: string;
};

const notToOneself: Deed[] = ['deactivate-user', 'archive-user', 'delete-user', 'change-user-email'];

export function predict(model: Model, doing: Doing, now: number): string {
  const { deed, org, by, who } = doing;
  const actor = model.members.get(at(org, by));
  const target = model.members.get(at(org, who));
  const somebody = model.people.get(who);
  const refusal = accessRefusal(model, org, by);
  if (refusal || !actor) return refusal ?? 'not-found';
  if (!target || !somebody) return 'not-found';
  if (by === who && notToOneself.includes(deed)) return 'own-account';
  if (!may(actor.role, deed, target.role)) return 'role-too-high';
  if (!isPossible(deed, target, now)) return 'wrong-status';
  if (deed === 'copy-invitation-link' && holdsAll(target) && !holdsAll(actor)) return 'beyond-own-access';
  if (deed === 'edit-user') return editing(doing, actor, target);
  if (deed === 'restore-user') return restoring(model, who, somebody);
  if (deed === 'change-user-email' || deed === 'cancel-user-email-change')
    return changingAddress(doing, somebody);
  const needsSeat = (deed === 'send-invitation' || deed === 'reactivate-user') && !takesSeat(target);
  return needsSeat && !seatIsFree(model, org) ? 'seats-exhausted' : success[deed];
}

function isPossible(deed: Deed, target: Member, now: number): boolean {
  const { status, accepted } = target;
  if (deed === 'delete-user') return true;
  if (deed === 'restore-user') return status === 'archived';
  if (status === 'archived') return false;
  if (deed === 'archive-user' || deed === 'edit-user') return true;
  if (deed.endsWith('-email') || deed.endsWith('-email-change')) return accepted !== undefined;
  if (deed === 'deactivate-user') return status !== 'inactive';
  if (deed === 'reactivate-user') return status === 'inactive' && accepted !== undefined;
  if (deed === 'send-invitation') return accepted === undefined;
  return isPending(target, now);
}

function editing({ by, who, role }: Doing, actor: Member, target: Member): string {
  if (role === target.role) return '200';
  if (by === who) return 'own-account';
  if (!may(actor.role, 'edit-user', role)) return 'role-too-high';
  const after = { ...target, role };
  if (holdsAll(after) && !holdsAll(target) && !holdsAll(actor)) return 'beyond-own-access';
  // Whoever holds nothing gets no role that needs something to hold.
  return holdsAll(after) ? '200' : 'validation-failed';
}

function restoring(model: Model, who: number, { email }: Somebody): string {
  const holder = holderOf(model, email);
  return holder === undefined || holder === who ? '200' : 'address-in-use';
}

function changingAddress({ deed, org, email }: Doing, somebody: Somebody): string {
  if (somebody.home !== org) return 'not-home';
  if (deed === 'cancel-user-email-change') return somebody.wish ? '200' : 'wrong-status';
  return somebody.email === email ? 'validation-failed' : '202';
}

/** The model once a deed has succeeded. Expiries are the answer's, since the clock moves while one asks. */
export function apply(model: Model, doing: Doing, expiresAt: number, now: number): void {
  const { deed, org, by, who, role } = doing;
  const target = model.members.get(at(org, who));
  const somebody = model.people.get(who);
  if (!target || !somebody) return;
  if (deed === 'delete-user') model.members.delete(at(org, who));
  if (deed === 'deactivate-user') target.status = 'inactive';
  if (deed === 'reactivate-user') target.status = 'active';
  if (deed === 'archive-user') target.status = 'archived';
  if (deed === 'restore-user') target.status = 'inactive';
  if (deed === 'edit-user') target.role = role;
  if (deed === 'edit-user' || deed === 'send-invitation') vouch(target, by);
  if (deed === 'revoke-invitation') target.revoked = true;
  if (deed === 'extend-invitation') target.expiresAt = expiresAt;
  if (deed === 'cancel-user-email-change') somebody.wish = undefined;
  if (deed === 'change-user-email') wishFor(model, who, { email: doing.email, expiresAt, now });
  if (deed === 'send-invitation')
    Object.assign(target, {
      status: 'invited',
      revoked: false,
      freed: false,
      expiresAt,
      sending: ++model.count,
    });
  settle(model, who);
}

/** The five latest stand for somebody. */
function vouch(target: Member, by: number): void {
  if (target.accepted === undefined)
    target.vouchers = [...target.vouchers.filter(who => who !== by), by].slice(-5);
}

function wishFor(
  model: Model,
  who: number,
  { email, expiresAt, now }: { email: string; expiresAt: number; now: number },
): void {
  const somebody = model.people.get(who);
  if (!somebody) return;
  somebody.wish = undefined;
  const isHeld = holderOf(model, email) === undefined && claimantOf(model, email, now) === undefined;
  if (isHeld) letGo(model, email);
  somebody.wish = { email, expiresAt, isHeld, number: ++model.count };
}
