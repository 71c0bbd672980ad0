/** What a decision about a custom role is made from, as it is now. */
import { applicationOf, type PermissionKey } from '../../shared/contract/catalogue.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { RoleCase } from '../../shared/domain/custom-role-limits.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { holdingsOfActor } from './load-rights.ts';

/** @param permissions what the custom role is to permit */
export async function loadRoleCase(
  actor: OrganizationActor,
  permissions: readonly PermissionKey[],
  { directory, clock }: PortsFor<'directory:read'>,
): Promise<RoleCase> {
  const keys = [...new Set(permissions.map(applicationOf))];
  const [[policy, ...applications], holdings] = await Promise.all([
    directory.get(ref.policy(actor.organization.id), ...keys.map(ref.application)),
    holdingsOfActor(actor, directory),
  ]);
  const there = applications.filter(application => application !== undefined);
  return { actor, holdings, policy, applications: there, now: clock.now() };
}
