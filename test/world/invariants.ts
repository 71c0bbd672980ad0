/** What is true of everything that is stored, whatever has happened, and at whatever moment one looks. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { invitationState } from '../../shared/domain/invitation.ts';
import type {
  Counters,
  Entity,
  EntityOf,
  EntityType,
  Organization,
  User,
} from '../../shared/domain/model.ts';
import type { FakeWorld } from './fake-world.ts';

/** Every breach, in words; none where all is well. */
export function breaches(world: FakeWorld): string[] {
  const stored = world.directory.stored();
  const all = <T extends EntityType>(type: T) =>
    stored.filter((entity): entity is Entity & EntityOf<T> => entity.type === type);
  const users = all('user');
  const people = new Map(all('person').map(person => [person.id, person]));
  const addresses = new Map(all('email').map(({ email, person }) => [email as string, person]));
  const names = new Map(all('username').map(it => [`${it.organization}/${it.username}`, it.person]));
  const counters = new Map(all('counters').map(it => [it.organization, it]));
  const found: string[] = [];
  const must = (holds: boolean, breach: string) => !holds && found.push(breach);

  for (const organization of all('organization')) {
    const own = users.filter(user => user.organization === organization.id);
    for (const breach of countingBreaches(organization, own, counters.get(organization.id)))
      found.push(breach);
    const hasAccepted = world.directory.events.some(
      event => event.organization === organization.id && event.action === 'invitation.accepted',
    );
    must(!hasAccepted || own.some(isActiveOwner), `${organization.id} has lost its last owner`);
  }
  for (const user of users) {
    const person = people.get(user.id);
    must(person?.memberships[user.organization] === user.status, `${user.id} is not in the person's list`);
    must(person?.email === user.email, `${user.id} and the person have different addresses`);
    must(
      user.status !== 'active' || (person?.passwordGeneration ?? 0) > 0,
      `${user.id} never chose a password`,
    );
    for (const breach of seatBreaches(user, world)) found.push(breach);
    if (user.username)
      must(
        names.get(`${user.organization}/${user.username}`) === user.id,
        `${user.username} is not reserved`,
      );
  }
  for (const [id, person] of people) {
    must(addresses.get(person.email) === id, `${id} has an address that is not reserved`);
    must(Object.keys(person.memberships).length > 0, `${id} is in no organization`);
    for (const org of Object.keys(person.memberships))
      must(
        users.some(user => user.id === id && user.organization === org),
        `${id} lists ${org} in vain`,
      );
    must(person.passwordGeneration === 0 || world.identity.passwords.has(id), `${id} has no credentials`);
  }
  must(addresses.size === people.size, 'an address is reserved for nobody');
  must(names.size === users.filter(({ username }) => username).length, 'a username is reserved for nobody');
  return found;
}

const isActiveOwner = ({ role, status }: User) => role === 'owner' && status === 'active';

function countingBreaches(
  { id, seats }: Organization,
  users: User[],
  counters: Counters | undefined,
): string[] {
  const inStatus = (status: User['status']) => users.filter(user => user.status === status).length;
  const recount = {
    invited: inStatus('invited'),
    active: inStatus('active'),
    inactive: inStatus('inactive'),
    archived: inStatus('archived'),
    seats: users.filter(({ seated }) => seated).length,
    owners: users.filter(isActiveOwner).length,
  };
  const wrong = Object.entries(recount).filter(
    ([name, count]) => (counters?.[name as 'seats'] ?? 0) !== count,
  );
  return [
    ...wrong.map(
      ([name, count]) => `${id} counts ${counters?.[name as 'seats']} ${name}, there are ${count}`,
    ),
    ...(recount.seats > seats ? [`${id} gave out ${recount.seats} of ${seats} seats`] : []),
  ];
}

function seatBreaches({ id, status, seated, invitation }: User, { clock }: FakeWorld): string[] {
  const state = invitation && invitationState(invitation, clock.now());
  const must = {
    'takes a seat without having one': status !== 'active' || seated,
    'keeps a seat without access': status === 'active' || status === 'invited' || !seated,
    'could accept without a seat': status !== 'invited' || state !== 'pending' || seated,
    'has a seat for an invitation that cannot be accepted':
      status !== 'invited' || !seated || state === 'pending' || state === 'expired',
    'is active without having accepted': status !== 'active' || state === 'accepted',
  };
  return Object.entries(must).flatMap(([breach, holds]) => (holds ? [] : [`${id} ${breach}`]));
}

/** Credentials of nobody: harmless, since no person means no access, but not to be left behind. */
export function orphanedCredentials(world: FakeWorld): PersonId[] {
  const stored = world.directory.stored();
  const people = new Set(stored.flatMap(entity => (entity.type === 'person' ? [entity.id] : [])));
  return [...world.identity.passwords.keys()].filter(id => !people.has(id));
}
