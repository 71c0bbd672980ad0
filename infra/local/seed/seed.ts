/**
 * Fills the local cloud with people to look at. They come in as everybody does, by the product's own rules and
 * use cases, only with a clock of the past, so that the demo has a history and nothing in it is impossible.
 */
import { acceptInvitation } from '../../../functions/http/invitations/accept-invitation.ts';
import { deactivateUser } from '../../../functions/http/users/deactivate-user.ts';
import { inviteUser } from '../../../functions/http/users/invite-user.ts';
import { revokeInvitation } from '../../../functions/http/users/revoke-invitation.ts';
import { stamp } from '../../../functions/runtime/transact.ts';
import { type OrganizationId, operatorOrganization, type PersonId } from '../../../shared/contract/ids.ts';
import { Email } from '../../../shared/contract/text.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { decideFound } from '../../../shared/domain/found.ts';
import { invitationLink } from '../../../shared/domain/link.ts';
import type { Organization } from '../../../shared/domain/model.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { timeOf } from '../../../shared/domain/time.ts';
import { next, turning } from '../../../shared/domain/user.ts';
import type { World } from '../../../shared/ports.ts';
import { type DemoOrganization, type DemoPerson, demoEmail, demoOrganizations } from './people.ts';

export type SeedWorld = Pick<World, 'directory' | 'identity' | 'ids' | 'clock' | 'settings'>;

/** Somebody whose password is printed. */
export type DemoAccount = {
  organization: OrganizationId;
  organizationName: string;
  role: string;
  email: string;
  password: string;
};

const password = 'seven lanterns over the quiet bay';
const day = 24 * 60;
/** As many come in side by side. */
const atOnce = 8;

/**
 * Seeds and returns who can be signed in as. The operator is invited by the deployment itself and accepts here, in
 * either case.
 */
export async function seed(world: SeedWorld, { empty }: { empty: boolean }): Promise<DemoAccount[]> {
  const operator = await acceptOperator(world);
  if (empty) return operator;
  const perOrganization = await Promise.all(demoOrganizations.map(demo => seedOrganization(demo, world)));
  return [...perOrganization.flat(), ...operator];
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
  await accept(organization, user.id, 'Operator', world);
  return [account(organization, user.role, user.email)];
}

async function seedOrganization(demo: DemoOrganization, world: SeedWorld): Promise<DemoAccount[]> {
  const [first, ...others] = demo.people;
  if (!first) return [];
  const long = past(world, 200 * day);
  const { organization, owner } = await found(demo, first, long);
  await accept(organization, owner, 'Founder', long);
  const actor: OrganizationActor = {
    kind: 'member',
    person: owner,
    session: 'demo',
    role: 'owner',
    organization,
  };
  await world.directory.noteActivity(organization.id, owner, world.clock.now());
  for (let from = 0; from < others.length; from += atOnce) {
    const group = others.slice(from, from + atOnce);
    await Promise.all(group.map((person, i) => bringIn(person, from + i, demo.domain, actor, world)));
  }
  const shown = demo.people.filter(
    ({ fate, role }, i, all) => fate === 'active' && all.findIndex(other => other.role === role) === i,
  );
  return shown.map(person => account(organization, person.role, demoEmail(person, demo.domain)));
}

function account({ id, name }: Organization, role: string, email: string): DemoAccount {
  return { organization: id, organizationName: name, role, email, password };
}

async function found(demo: DemoOrganization, owner: DemoPerson, world: SeedWorld) {
  const { ids, clock, directory } = world;
  const actor = { kind: 'system', name: 'demo' } as const;
  const organization = {
    id: ids.make('org'),
    kind: 'customer',
    name: demo.name,
    plan: 'team',
    seats: demo.seats,
    language: 'en',
  } as const;
  const founding = decideFound({
    actor,
    organization,
    owner: { ...namesOf(owner), email: Email.parse(demoEmail(owner, demo.domain)) },
    known: undefined,
    fresh: { person: ids.make('usr'), invitation: ids.make('inv') },
    now: clock.now(),
  });
  if (!founding.ok) throw new Error(`The demo organization cannot be founded: ${founding.failure.kind}`);
  const events = stamp({ actor, origin: { requestId: 'demo' } }, founding.events, world);
  await directory.commit({ changes: founding.changes, events });
  const [stored] = await directory.get(ref.organization(organization.id));
  if (!stored) throw new Error('The demo organization was not kept');
  return { organization: stored, owner: founding.answer.id };
}

function namesOf({ name }: DemoPerson): { firstName: string; lastName: string } {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') || firstName };
}

/** The world as it was some minutes ago. */
function past(world: SeedWorld, minutes: number): SeedWorld {
  const now = () => timeOf(new Date(Date.parse(world.clock.now()) - minutes * 60_000));
  return { ...world, clock: { now } };
}

/** Invites somebody in the past and lets them meet their fate. Everyone gets an age of their own from `index`. */
async function bringIn(
  person: DemoPerson,
  index: number,
  domain: string,
  actor: OrganizationActor,
  world: SeedWorld,
): Promise<void> {
  const { fate, role } = person;
  const recent = fate === 'pending' || fate === 'bounced' || fate === 'revoked';
  const then = past(world, recent ? index % 40 : (3 + index * 4) * day);
  const ask = { actor, origin: { requestId: 'demo' }, cookie: undefined, expectedVersion: 0 };
  const invitation = {
    ...namesOf(person),
    email: Email.parse(demoEmail(person, domain)),
    role,
    sendInvitation: fate !== 'not-sent',
  };
  const invited = await inviteUser({ ...ask, input: { org: actor.organization.id, ...invitation } }, then);
  if (!invited.ok) throw new Error(`${person.name} cannot be invited: ${invited.failure.kind}`);
  const input = { org: actor.organization.id, user: invited.value.id };
  // A mail of long ago, or of an invitation that is over, is not sent today: it arrived then.
  const delivered = { generation: 1, state: 'delivered', at: then.clock.now() } as const;
  if (fate === 'expired' || fate === 'revoked')
    await world.directory.noteDelivery(input.org, input.user, delivered);
  if (fate === 'revoked') await revokeInvitation({ ...ask, input }, world);
  if (recent || fate === 'expired' || fate === 'not-sent') return;

  await accept(actor.organization, input.user, undefined, then);
  if (fate !== 'never-returned') {
    await world.directory.noteActivity(
      input.org,
      input.user,
      past(world, (index * index * 37) % (30 * day)).clock.now(),
    );
  }
  if (fate === 'inactive' || fate === 'archived')
    await deactivateUser({ ...ask, input }, past(world, day * (1 + (index % 3))));
  if (fate === 'archived') await archive(actor.organization, input.user, world);
}

/** Opens a link as the mail would carry it, and goes through onboarding. */
async function accept(
  organization: Organization,
  id: PersonId,
  title: string | undefined,
  world: SeedWorld,
): Promise<void> {
  const [user] = await world.directory.get(ref.user(organization.id, id));
  if (!user) return;
  const { token, hash } = world.ids.linkToken();
  await world.directory.commit({
    changes: [{ do: 'create', entity: invitationLink(user, hash).link }],
    events: [],
  });
  const input = {
    token,
    password,
    profile: { firstName: user.firstName, lastName: user.lastName, ...(title && { title }) },
    terms: { version: world.settings.terms.version, accepted: true as const },
    communications: { product: true, marketing: false },
  };
  const ask = {
    input,
    actor: { kind: 'anonymous' } as const,
    origin: { requestId: `demo-${id}` },
    cookie: undefined,
    expectedVersion: 0,
  };
  const accepted = await acceptInvitation(ask, world);
  if (!accepted.ok) throw new Error(`A demo invitation cannot be accepted: ${accepted.failure.kind}`);
}

async function archive(organization: Organization, id: PersonId, world: SeedWorld): Promise<void> {
  const [user, person] = await world.directory.get(ref.user(organization.id, id), ref.person(id));
  if (!user || !person) return;
  const changes = turning(
    organization,
    { user, person },
    { user: next(user, { status: 'archived', seated: false }) },
  );
  await world.directory.commit({ changes, events: [] });
}
