/** An organization of the demo, with its owner and the settings that they chose. */
import { editSettings } from '../../../functions/http/organizations/edit-settings.ts';
import { stamp } from '../../../functions/runtime/transact.ts';
import { Email } from '../../../shared/contract/text.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { decideFound } from '../../../shared/domain/found.ts';
import type { Organization } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { next } from '../../../shared/domain/user.ts';
import { accept } from './accept.ts';
import { type DemoOrganization, type DemoPerson, demoEmail, namesOf } from './people.ts';
import { asking, must, ownerOf, type SeedWorld } from './stage.ts';

/** Gives the owner, who is in, as they act in it. */
export async function found(
  demo: DemoOrganization,
  owner: DemoPerson,
  world: SeedWorld,
): Promise<OrganizationActor> {
  const { ids, clock, directory } = world;
  const actor = { kind: 'system', name: 'demo' } as const;
  const { kind, name, plan, seats } = demo;
  const founding = decideFound({
    actor,
    organization: { id: ids.make('org'), kind, name, plan, seats, language: 'en' },
    owner: { ...namesOf(owner), email: Email.parse(demoEmail(owner, demo.domain)) },
    known: undefined,
    fresh: { person: ids.make('usr'), invitation: ids.make('inv') },
    now: clock.now(),
  });
  if (!founding.ok) throw new Error(`The demo organization cannot be founded: ${founding.failure.kind}`);
  const events = stamp({ actor, origin: { requestId: 'demo' } }, founding.events, world);
  await directory.commit({ changes: founding.changes, events });
  const { organization: id, id: person } = founding.answer;
  await accept(id, person, world, { title: 'Founder' });
  const [self] = await directory.get(ref.user(id, person));
  if (!self) throw new Error(`The owner of ${name} is not there`);
  return chooseSettings(demo, ownerOf(await read(id, world), self), world);
}

async function chooseSettings(
  { domain, address }: DemoOrganization,
  owner: OrganizationActor,
  world: SeedWorld,
): Promise<OrganizationActor> {
  const at = (name: string) => Email.parse(`${name}@${domain}`);
  const { id, version } = owner.organization;
  const input = {
    org: id,
    company: { address, website: `https://${domain}` },
    contacts: { administrative: at('people'), technical: at('systems'), security: at('security') },
  };
  must(
    await editSettings({ ...asking(owner, { expectedVersion: version }), input }, world),
    'Settings cannot be edited',
  );
  return { ...owner, organization: await read(id, world) };
}

/** From now on a partner looks after it, and says who gets in. That is the SaaS company's to arrange, and no route's. */
export async function putUnderPartner(
  owner: OrganizationActor,
  partner: Organization,
  { directory }: SeedWorld,
): Promise<OrganizationActor> {
  const before = owner.organization;
  const after = next(before, { partner: partner.id, approvingPartner: partner.id });
  await directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
  return { ...owner, organization: after };
}

async function read(id: Organization['id'], { directory }: SeedWorld): Promise<Organization> {
  const [stored] = await directory.get(ref.organization(id));
  if (!stored) throw new Error('The demo organization was not kept');
  return stored;
}
