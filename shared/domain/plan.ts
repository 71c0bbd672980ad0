/** What the plans have: the limits and features that an organization pays for. Its seats are its own number. */
import type { Time } from '../contract/text.ts';
import type { Change } from './change.ts';
import type { Organization } from './model.ts';
import { plusMinutes, secondsOf, timeOf } from './time.ts';

export type Plan = { apiAccess: boolean; invitationsPerHour: number };

const smallest: Plan = { apiAccess: false, invitationsPerHour: 50 };

const plans: Readonly<Record<string, Plan>> = {
  starter: smallest,
  team: { apiAccess: true, invitationsPerHour: 500 },
  enterprise: { apiAccess: true, invitationsPerHour: 5000 },
  /** The SaaS company's own: its applications ask whether somebody may. */
  operator: { apiAccess: true, invitationsPerHour: 500 },
};

/** The plan of an organization; one that nobody knows is taken for the smallest. */
export function planOf({ plan }: Pick<Organization, 'plan'>): Plan {
  return plans[plan] ?? smallest;
}

/** The hour by the clock (UTC) in which invitations are counted, and when the next one begins. */
export function invitationHour(now: Time): { name: string; endsAt: Time } {
  const hour = timeOf(new Date(Math.floor(Date.parse(now) / 3_600_000) * 3_600_000));
  return { name: `invitations#${hour.slice(0, 13)}`, endsAt: plusMinutes(hour, 60) };
}

/** Uses one of the invitations of this hour. */
export function spendInvitation(organization: Organization, now: Time): Change {
  const { name, endsAt } = invitationHour(now);
  const limit = planOf(organization).invitationsPerHour;
  const ttl = secondsOf(endsAt) + 24 * 60 * 60;
  return { do: 'spend', organization: organization.id, name, add: 1, limit, ttl };
}

/** Which limit was reached, and when it frees: what the refusal of a commit says more exactly than the problem. */
export function limitReached(
  kind: string,
  changes: readonly Change[],
  now: Time,
): { detail?: string; retryAfter?: number } {
  const count = changes.find(change => change.do === 'count');
  if (kind === 'seats-exhausted' && count)
    return {
      detail: `All ${count.seatLimit} seats of the plan are taken. A seat frees when somebody is deactivated, archived or deleted, or when an invitation is revoked or expires; or move to a larger plan.`,
    };
  const spend = changes.find(change => change.do === 'spend');
  if (kind !== 'invitations-exhausted' || !spend) return {};
  const { endsAt } = invitationHour(now);
  return {
    detail: `The plan allows ${spend.limit} invitations an hour, and they are used up. The next hour begins at ${endsAt.slice(11, 16)} UTC.`,
    retryAfter: Math.max(1, Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 1000)),
  };
}
