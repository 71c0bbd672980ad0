/** What is done to a user, told by the model: what comes of it, and how the model is different afterwards. */
import {
  accessRefusal,
  at,
  isPending,
  type Member,
  type Model,
  may,
  remove,
  seatIsFree,
  takesSeat,
} from './model.ts';

export type Deed =
  | 'send-invitation'
  | 'revoke-invitation'
  | 'extend-invitation'
  | 'copy-invitation-link'
  | 'deactivate-user'
  | 'reactivate-user'
  | 'delete-user';

export type Doing = { deed: Deed; org: number; by: number; who: number };

/** The success of each, as its route states it. */
const success: Record<Deed, string> = {
  'send-invitation': '202',
  'revoke-invitation': '200',
  'extend-invitation': '200',
  'copy-invitation-link': '200',
  'deactivate-user': '200',
  'reactivate-user': '200',
  'delete-user': '204',
};

export function predict(model: Model, { deed, org, by, who }: Doing, now: number): string {
  const actor = model.members.get(at(org, by));
  const target = model.members.get(at(org, who));
  const refusal = accessRefusal(model, org, by);
  if (refusal || !actor) return refusal ?? 'not-found';
  if (!target) return 'not-found';
  if (by === who && (deed === 'deactivate-user' || deed === 'delete-user')) return 'own-account';
  if (!may(actor.role, deed, target.role)) return 'role-too-high';
  if (!isPossible(deed, target, now)) return 'wrong-status';
  const needsSeat = (deed === 'send-invitation' || deed === 'reactivate-user') && !takesSeat(target);
  return needsSeat && !seatIsFree(model, org) ? 'seats-exhausted' : success[deed];
}

function isPossible(deed: Deed, target: Member, now: number): boolean {
  if (deed === 'delete-user') return true;
  if (deed === 'deactivate-user') return target.status !== 'inactive';
  if (deed === 'reactivate-user') return target.status === 'inactive' && target.accepted;
  if (deed === 'send-invitation') return !target.accepted;
  return isPending(target, now);
}

/** The model once a deed has succeeded. Expiries are the answer's, since the clock moves while one asks. */
export function apply(model: Model, { deed, org, who }: Doing, expiresAt: number): void {
  const target = model.members.get(at(org, who));
  if (!target) return;
  if (deed === 'delete-user') remove(model, org, who);
  if (deed === 'deactivate-user') target.status = 'inactive';
  if (deed === 'reactivate-user') target.status = 'active';
  if (deed === 'revoke-invitation') target.revoked = true;
  if (deed === 'extend-invitation') target.expiresAt = expiresAt;
  if (deed === 'send-invitation')
    Object.assign(target, {
      status: 'invited',
      revoked: false,
      freed: false,
      expiresAt,
      sending: ++model.sendings,
    });
}
