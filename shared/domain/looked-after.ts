/** Organizations as their own users see them, and those who look after several. */
import type { LookedAfterView } from '../contract/looked-after.ts';
import type { OrganizationView } from '../contract/organizations.ts';
import type { Counters, Organization } from './model.ts';
import { planOf } from './plan.ts';

/** An organization as its own users see it. */
export function viewOrganization(
  organization: Organization,
  counters: Counters | undefined,
): OrganizationView {
  const { id, kind, name, suspendedAt, plan, seats, invitationLifeMinutes, requireMfa } = organization;
  return {
    ...{ id, kind, name, suspendedAt, plan, invitationLifeMinutes, requireMfa },
    seats: { used: counters?.seats ?? 0, total: seats },
    idleSignOutMinutes: organization.idleSignOutMinutes ?? undefined,
    apiAccess: planOf(organization).apiAccess,
  };
}

/** The same with what only those need who look after it. */
export function viewLookedAfter(
  organization: Organization,
  { counters, partner }: { counters: Partial<Counters> | undefined; partner: Organization | undefined },
): LookedAfterView {
  const { id, kind, name, suspendedAt, plan, seats, createdAt } = organization;
  return {
    ...{ id, kind, name, suspendedAt, plan, createdAt },
    seats: { used: counters?.seats ?? 0, total: seats },
    active: counters?.active ?? 0,
    invited: counters?.invited ?? 0,
    partner: partner && { id: partner.id, name: partner.name },
    needsApproval: organization.approvingPartner !== undefined,
  };
}
