/**
 * Makes organizations as large as customers get. What a crowd would have come to by the product's own use cases is
 * written as it is stored, because nobody wants to wait for a hundred thousand invitations: with everything that follows
 * from users, but without events, so without mails and without a trail.
 */
import { openClient } from '../../../../shared/adapters/dynamo/client.ts';
import { rowsOf } from '../../../../shared/adapters/dynamo/user-rows.ts';
import type { OrganizationActor } from '../../../../shared/domain/actor.ts';
import type { Organization } from '../../../../shared/domain/model.ts';
import { ref } from '../../../../shared/domain/refs.ts';
import type { Named } from '../../../../shared/domain/rights.ts';
import { account, type DemoAccount } from '../accounts.ts';
import { type Defined, defineAccess } from '../define-access.ts';
import { found } from '../found.ts';
import type { DemoOrganization } from '../people.ts';
import { past, type SeedWorld } from '../stage.ts';
import { type Crowd, memberOf } from './crowd.ts';
import { oldest } from './history.ts';
import { manyOrganizations } from './organizations.ts';
import { besidesOf, countedOf, listedOf } from './stored.ts';
import { board, meridianAccess, organizationsFor } from './story.ts';
import { writeMany } from './write-many.ts';

/** How many of each; none: nothing is made. */
export type Sizes = { users: number; organizations: number };

type Into = { table: string; progress: (step: string) => void };

/** So many are made at a time, and counted in one transaction. */
const atOnce = 1000;
/** One crowd, always the same. */
const seed = 20_261_122;

/** Gives who can be signed in as. */
export async function seedSizes(sizes: Sizes, world: SeedWorld, into: Into): Promise<DemoAccount[]> {
  const client = openClient();
  for (const { first, count } of parts(sizes.organizations)) {
    await writeMany(client, into.table, manyOrganizations({ first, count, seed, now: world.clock.now() }));
    into.progress(`${first + count} of ${sizes.organizations} organizations`);
  }
  return sizes.users > 0 ? await seedUsers(sizes.users, world, into) : [];
}

function parts(total: number): { first: number; count: number }[] {
  const numbers = Array.from({ length: Math.ceil(total / atOnce) }, (_, i) => i * atOnce);
  return numbers.map(first => ({ first, count: Math.min(atOnce, total - first) }));
}

async function seedUsers(users: number, world: SeedWorld, { table, progress }: Into): Promise<DemoAccount[]> {
  const { meridian, fieldwork } = organizationsFor(users);
  const then = past(world, oldest);
  const [owner, contractor] = await Promise.all([ownerIn(meridian, then), ownerIn(fieldwork, then)]);
  const defined = await defineAccess(meridianAccess, owner, then);
  const crowd = crowdOf({ owner, contractor }, defined, world);
  const named = await namedBy(owner.organization, defined, world);
  const client = openClient();
  await writeMany(client, table, [...rowsOf(owner.self), ...rowsOf(contractor.self)]);
  for (const { first, count } of parts(users)) {
    const members = Array.from({ length: count }, (_, i) => memberOf(crowd, first + i));
    const items = members.flatMap(member => [...listedOf(member), ...besidesOf(member, named)]);
    await writeMany(client, table, items);
    const changes = countedOf(members, [owner.organization, contractor.organization], named);
    const counted = await world.directory.commit({ changes, events: [] });
    if (!counted.ok) throw new Error(`The crowd cannot be counted: ${counted.conflict.on}`);
    progress(`${first + count} of ${users} users`);
  }
  return [owner, contractor].map(({ organization, self }) => account(organization, 'owner', self.email));
}

function ownerIn(of: DemoOrganization, world: SeedWorld): Promise<OrganizationActor> {
  const [owner] = of.people;
  if (!owner) throw new Error(`${of.name} has no owner`);
  return found(of, owner, world);
}

type Owners = { owner: OrganizationActor; contractor: OrganizationActor };

function crowdOf({ owner, contractor }: Owners, defined: Defined, { clock }: SeedWorld): Crowd {
  const boardId = defined.groups.get(board);
  if (!boardId) throw new Error('There is no board');
  return {
    organization: owner.organization.id,
    inviter: owner.person,
    contractors: contractor.organization.id,
    domain: 'meridian.example.net',
    groups: [...defined.groups.values()].filter(id => id !== boardId),
    projects: [...defined.projects.values()],
    customRoles: [...defined.roles.values()],
    board: boardId,
    now: clock.now(),
    seed,
  };
}

/** What there is to give, as it is stored. */
async function namedBy({ id }: Organization, defined: Defined, { directory }: SeedWorld): Promise<Named> {
  const [policy] = await directory.get({ type: 'policy', organization: id });
  const groups = await directory.get(...[...defined.groups.values()].map(group => ref.group(id, group)));
  const projects = await directory.get(
    ...[...defined.projects.values()].map(project => ref.project(id, project)),
  );
  return {
    policy,
    groups: groups.filter(group => group !== undefined),
    projects: projects.filter(project => project !== undefined),
  };
}
