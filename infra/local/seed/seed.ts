/**
 * Fills the local cloud with people to look at. They come in as everybody does, by the product's own rules and
 * use cases, only with a clock of the past, so that the demo has a history and nothing in it is impossible.
 */
import { createApiClient } from '../../../functions/http/clients/create-api-client.ts';
import { ClientId, operatorOrganization } from '../../../shared/contract/ids.ts';
import { LinkToken } from '../../../shared/contract/text.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { demo } from '../../demo.ts';
import { accept } from './accept.ts';
import { account, accountsOf, type DemoAccount } from './accounts.ts';
import { catalogue, formerCatalogue } from './applications.ts';
import { begin, fill } from './begin.ts';
import { bringIn } from './bring-in.ts';
import { putApplications } from './define-access.ts';
import { guest, northwind } from './people.ts';
import { playHarbor } from './play-harbor.ts';
import { northwindAccess } from './rights.ts';
import { asking, day, must, past, type SeedWorld, staffOf } from './stage.ts';

/** Whom somebody can sign in as, and the application whose scripts show a user's password. */
export type Demo = {
  accounts: DemoAccount[];
  script?: { clientId: string; clientSecret: string; username: string; password: string };
};

/** Seeds. The operator is invited by the deployment itself and accepts here, in either case. */
export async function seed(world: SeedWorld, { empty }: { empty: boolean }): Promise<Demo> {
  const operator = await acceptOperator(world);
  const accounts = operator ? [account(operator.organization, operator.role, operator.self.email)] : [];
  if (empty || !operator) return { accounts };
  await putApplications(formerCatalogue, { operator, expectedVersion: 0 }, past(world, 210 * day));
  const [own, { accounts: harbors, harbor }] = await Promise.all([
    playNorthwind(world),
    playHarbor(operator, world),
  ]);
  await bringIn(guest, 2, { ...harbor, domain: northwind.domain }, world);
  await putApplications(catalogue, { operator, expectedVersion: 1 }, past(world, day));
  return {
    accounts: [...own, ...harbors, ...accounts],
    script: {
      clientId: demo.client.id,
      clientSecret: demo.client.secret,
      username: demo.script.email,
      password: demo.password,
    },
  };
}

/** The first of the staff, once they are in. */
async function acceptOperator(world: SeedWorld): Promise<OrganizationActor | undefined> {
  const [organization] = await world.directory.get(ref.organization(operatorOrganization));
  const { users } = await world.directory.listUsers(operatorOrganization, {
    filter: { statuses: ['invited'] },
    sort: 'name',
    descending: false,
    limit: 1,
  });
  const [user] = users;
  if (!organization || !user) return undefined;
  await accept(organization.id, user.id, world, { title: 'Operator' });
  return staffOf(organization, user);
}

async function playNorthwind(world: SeedWorld): Promise<DemoAccount[]> {
  const into = await begin(northwind, northwindAccess, world);
  await Promise.all([registerApplication(into.owner, world), fill(northwind, into, world)]);
  return accountsOf(northwind, into.owner);
}

/** Under the id and with the secret that examples name. */
async function registerApplication(owner: OrganizationActor, world: SeedWorld): Promise<void> {
  const { ids } = world;
  const token = LinkToken.parse(demo.client.secret);
  const fixed = {
    ...ids,
    make: (prefix: Parameters<typeof ids.make>[0]) =>
      prefix === 'cli' ? ClientId.parse(demo.client.id) : ids.make(prefix),
    linkToken: () => ({ token, hash: ids.hashOf(token) }),
  } as typeof ids;
  const input = { org: owner.organization.id, name: 'Nightly export' };
  must(
    await createApiClient({ ...asking(owner), input }, { ...past(world, 60 * day), ids: fixed }),
    'No application',
  );
}
