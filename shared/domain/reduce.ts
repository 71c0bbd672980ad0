/** What is left of what somebody was invited to, once they accept: what those who stand for it still hold. */
import { most } from '../contract/access.ts';
import type { Difference } from '../contract/events.ts';
import { mayManage } from '../contract/roles.ts';
import { type Holdings, nothingHeld, type Rights, together } from './holdings.ts';
import { type Granted, whatCanBeGiven } from './may-grant.ts';
import type { Voucher } from './vouchers.ts';

/**
 * The rights that are left, and what was left out. Only those count who could still bring somebody in with that role.
 * @param vouchers all who are still there; undefined where the system itself has invited, which stands for everything
 */
export function reduced(
  rights: Rights,
  vouchers: readonly Voucher[] | undefined,
  granted: Granted,
): { rights: Rights; left: Difference[] } {
  if (!vouchers) return { rights, left: [] };
  const whoMayInvite = (to: Rights['role']) => vouchers.filter(({ role }) => mayManage(role, 'invite', to));
  const role = whoMayInvite(rights.role).length > 0 ? rights.role : 'user';
  const holdings = whoMayInvite(role).reduce<Holdings>(
    (held, each) => together(held, each.holdings),
    nothingHeld,
  );
  const can = whatCanBeGiven(holdings, granted);
  const after: Rights = {
    role,
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
  const held = [...holdings.permissions];
  if (access.mode === 'all') return { mode: 'custom', permissions: held.slice(0, most.permissions) };
  return { mode: 'custom', permissions: access.permissions.filter(key => held.includes(key)) };
}

function leftOut(before: Rights, after: Rights): Difference[] {
  const facts = ['role', 'access', 'customRoles', 'groups'] as const;
  return facts
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }));
}
