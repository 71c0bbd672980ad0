/** How the organizations of the demo begin, and fill. */

import { bringIn, type Into } from './bring-in.ts';
import { defineAccess } from './define-access.ts';
import { found } from './found.ts';
import type { DemoOrganization } from './people.ts';
import type { DemoAccess } from './rights.ts';
import { day, past, type SeedWorld } from './stage.ts';

/** Founds an organization, and defines what there is to give in it. */
export async function begin(of: DemoOrganization, access: DemoAccess, world: SeedWorld): Promise<Into> {
  const [first] = of.people;
  if (!first) throw new Error(`${of.name} has no owner`);
  const owner = await found(of, first, past(world, 200 * day));
  await world.directory.noteActivity(owner.organization.id, owner.person, world.clock.now());
  const defined = await defineAccess(access, owner, past(world, 199 * day));
  return { domain: of.domain, owner, defined };
}

/** As many come in side by side. */
const atOnce = 8;

export async function fill(
  { people }: DemoOrganization,
  into: Into,
  world: SeedWorld,
  isMeant: (person: DemoOrganization['people'][number]) => boolean = () => true,
): Promise<void> {
  const meant = people
    .map((person, i) => ({ person, i }))
    .filter(({ person, i }) => i > 0 && isMeant(person));
  for (let from = 0; from < meant.length; from += atOnce) {
    const group = meant.slice(from, from + atOnce);
    await Promise.all(group.map(({ person, i }) => bringIn(person, i - 1, into, world)));
  }
}
