/** What is left of what somebody was invited to, once they accept: what those who stand for it still hold. */
import type { Difference } from '../contract/events.ts';
import { mayManage, type Role } from '../contract/roles.ts';
import { type Holdings, type Rights, together } from './holdings.ts';
import { type Granted, whatCanBeGiven } from './may-grant.ts';

/** Somebody who stands for an invitee, as they are now: active, with their role and what they hold. */
export type Voucher = { role: Role; holdings: Holdings };

/**
 * The rights that are left, and what was left out.
 * @param vouchers all who are still there; undefined where the system itself has invited, which stands for everything
 */
export function reduced(
  rights: Rights,
  vouchers: readonly Voucher[] | undefined,
  granted: Granted,
): { rights: Rights; left: Difference[] } {
  if (!vouchers) return { rights, left: [] };
  const nothing: Holdings = { permissions: new Set(), groups: new Set() };
  const holdings = vouchers.reduce<Holdings>((held, each) => together(held, each.holdings), nothing);
  const can = whatCanBeGiven(holdings, granted);
  const isVouchedFor = vouchers.some(({ role }) => mayManage(role, 'invite', rights.role));
  const after: Rights = {
    role: isVouchedFor ? rights.role : 'user',
    access: reducedAccess(rights, holdings),
    customRoles: rights.customRoles.filter(can.customRole),
    groups: rights.groups.filter(can.group),
    projects: rights.projects,
  };
  return { rights: after, left: leftOut(rights, after) };
}

/** Of all, what they hold is left. */
function reducedAccess({ access }: Rights, holdings: Holdings): Rights['access'] {
  if (holdings === 'everything') return access;
  const { permissions } = holdings;
  if (access.mode === 'all') return { mode: 'custom', permissions: [...permissions].slice(0, mostLeft) };
  return { mode: 'custom', permissions: access.permissions.filter(key => permissions.has(key)) };
}

/** As many as a user may have. */
const mostLeft = 200;

function leftOut(before: Rights, after: Rights): Difference[] {
  const facts = ['role', 'access', 'customRoles', 'groups'] as const;
  return facts
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }));
}
