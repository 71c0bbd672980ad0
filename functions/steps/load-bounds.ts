/** What an organization has left at this moment of what is limited. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Bounds } from '../../shared/domain/bounds.ts';
import { invitationHour } from '../../shared/domain/plan.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';

export async function loadBounds(
  organization: OrganizationId,
  { directory, clock }: PortsFor<'directory:read'>,
): Promise<Bounds> {
  const { name } = invitationHour(clock.now());
  const [counters, quota] = await directory.get(ref.counters(organization), ref.quota(organization, name));
  return {
    seats: counters?.seats ?? 0,
    owners: counters?.owners ?? 0,
    invitations: quota?.used ?? 0,
  };
}
