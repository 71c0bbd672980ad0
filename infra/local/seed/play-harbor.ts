/** The organizations that a partner looks after, and the partner. */
import { suspendOrganization } from '../../../functions/http/looked-after/suspend-organization.ts';
import type { OrganizationId } from '../../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { accountsOf } from './accounts.ts';
import { begin, fill } from './begin.ts';
import { putUnderPartner } from './found.ts';
import { blueHarbor, harborPartners, tidewater } from './people.ts';
import { blueHarborAccess, type DemoAccess } from './rights.ts';
import { asking, day, must, past, type SeedWorld } from './stage.ts';

/** The partner comes lately: whoever was in already stays, and whoever came since waits. */
export async function playHarbor(operator: OrganizationActor, world: SeedWorld) {
  const [partner, before, suspended] = await Promise.all([
    begin(harborPartners, noAccess, world),
    begin(blueHarbor, blueHarborAccess, world),
    begin(tidewater, noAccess, world),
  ]);
  const isNew = ({ fate }: { fate: string }) => fate === 'awaiting' || fate === 'pending';
  await Promise.all([
    fill(harborPartners, partner, world),
    fill(blueHarbor, before, world, person => !isNew(person)),
    fill(tidewater, suspended, world),
  ]);
  const { organization: by } = partner.owner;
  const owner = await putUnderPartner(before.owner, by, world);
  const closed = await putUnderPartner(suspended.owner, by, world);
  await suspend(closed.organization.id, operator, world);
  const harbor = { ...before, owner };
  await fill(blueHarbor, harbor, world, isNew);
  return {
    accounts: [...accountsOf(blueHarbor, owner), ...accountsOf(harborPartners, partner.owner)],
    harbor,
  };
}

async function suspend(org: OrganizationId, operator: OrganizationActor, world: SeedWorld): Promise<void> {
  const ask = { ...asking(operator), input: { org } };
  must(await suspendOrganization(ask, past(world, 5 * day)), 'Not suspended');
}

const noAccess: DemoAccess = { customRoles: [], groups: [], projects: [], people: {} };
