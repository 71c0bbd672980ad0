/**
 * Fills the local cloud with people to look at. They come in as everybody does, by the product's own rules and
 * use cases, only with a clock of the past, so that the demo has a history and nothing in it is impossible.
 */
import { createApiClient } from '../../../functions/http/clients/create-api-client.ts';
import { ClientId, type OrganizationId, operatorOrganization } from '../../../shared/contract/ids.ts';
import { LinkToken } from '../../../shared/contract/text.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { demo } from '../../demo.ts';
import { accept } from './accept.ts';
import { bringIn } from './bring-in.ts';
import { found, putUnderApproval } from './found.ts';
import { blueHarbor, type DemoOrganization, demoEmail, harborPartners, northwind } from './people.ts';
import { asking, day, must, past, type SeedWorld } from './stage.ts';

/** Somebody whose password is printed. */
type DemoAccount = {
  organization: OrganizationId;
  organizationName: string;
  role: string;
  email: string;
  password: string;
};

/** Whom somebody can sign in as, and the application whose scripts show a user's password. */
export type Demo = {
  accounts: DemoAccount[];
  script?: { clientId: string; clientSecret: string; username: string; password: string };
};

/** Seeds. The operator is invited by the deployment itself and accepts here, in either case. */
export async function seed(world: SeedWorld, { empty }: { empty: boolean }): Promise<Demo> {
  const operator = await acceptOperator(world);
  if (empty) return { accounts: operator };
  const perOrganization = await Promise.all([playNorthwind(world), playHarbor(world)]);
  return {
    accounts: [...perOrganization.flat(), ...operator],
    script: {
      clientId: demo.client.id,
      clientSecret: demo.client.secret,
      username: demo.script.email,
      password: demo.password,
    },
  };
}

async function acceptOperator(world: SeedWorld): Promise<DemoAccount[]> {
  const [organization] = await world.directory.get(ref.organization(operatorOrganization));
  const { users } = await world.directory.listUsers(operatorOrganization, {
    statuses: ['invited'],
    limit: 1,
    descending: false,
  });
  const [user] = users;
  if (!organization || !user) return [];
  await accept(organization.id, user.id, world, { title: 'Operator' });
  return [account(organization, user.role, user.email)];
}

async function playNorthwind(world: SeedWorld): Promise<DemoAccount[]> {
  const owner = await begin(northwind, world);
  await Promise.all([registerApplication(owner, world), fill(northwind, owner, world)]);
  return accountsOf(northwind, owner);
}

/** The partner comes lately: whoever was in already stays, and whoever came since waits. */
async function playHarbor(world: SeedWorld): Promise<DemoAccount[]> {
  const [partner, owner] = await Promise.all([begin(harborPartners, world), begin(blueHarbor, world)]);
  const isNew = ({ fate }: { fate: string }) => fate === 'awaiting' || fate === 'pending';
  await Promise.all([
    fill(harborPartners, partner, world),
    fill(blueHarbor, owner, world, person => !isNew(person)),
  ]);
  const approved = await putUnderApproval(owner, partner.organization, world);
  await fill(blueHarbor, approved, world, isNew);
  return [...accountsOf(blueHarbor, owner), ...accountsOf(harborPartners, partner)];
}

async function begin(of: DemoOrganization, world: SeedWorld): Promise<OrganizationActor> {
  const [first] = of.people;
  if (!first) throw new Error(`${of.name} has no owner`);
  const owner = await found(of, first, past(world, 200 * day));
  await world.directory.noteActivity(owner.organization.id, owner.person, world.clock.now());
  return owner;
}

/** As many come in side by side. */
const atOnce = 8;

async function fill(
  { people, domain }: DemoOrganization,
  owner: OrganizationActor,
  world: SeedWorld,
  isMeant: (person: DemoOrganization['people'][number]) => boolean = () => true,
): Promise<void> {
  const meant = people
    .map((person, i) => ({ person, i }))
    .filter(({ person, i }) => i > 0 && isMeant(person));
  for (let from = 0; from < meant.length; from += atOnce) {
    const group = meant.slice(from, from + atOnce);
    await Promise.all(group.map(({ person, i }) => bringIn(person, i - 1, domain, owner, world)));
  }
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

function accountsOf(
  { people, domain }: DemoOrganization,
  { organization }: OrganizationActor,
): DemoAccount[] {
  const shown = people.filter(
    ({ fate, role }, i, all) => fate === 'active' && all.findIndex(other => other.role === role) === i,
  );
  return shown.map(person => account(organization, person.role, demoEmail(person, domain)));
}

function account({ id, name }: OrganizationActor['organization'], role: string, email: string): DemoAccount {
  return { organization: id, organizationName: name, role, email, password: demo.password };
}
