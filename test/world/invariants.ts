/** What is true of everything that is stored, whatever has happened, and at whatever moment one looks. */
import { keepsAddress } from '../../shared/domain/email.ts';
import { enrolledFactors } from '../../shared/domain/factors.ts';
import { invitationState } from '../../shared/domain/invitation.ts';
import { mirrored } from '../../shared/domain/mirror.ts';
import {
  type ApiClient,
  type ApiClientOwner,
  type Counters,
  type EmailReservation,
  Entity,
  type EntityOf,
  type EntityType,
  type Organization,
  type Person,
  type User,
} from '../../shared/domain/model.ts';
import { membershipState } from '../../shared/domain/user.ts';
import { assigningBreaches } from './assigned.ts';
import { keptWith } from './fake-store.ts';
import type { FakeWorld } from './fake-world.ts';

/** Every breach, in words; none where all is well. */
export function breaches(world: FakeWorld): string[] {
  const stored = world.directory.stored().map(entity => Entity.parse(entity));
  const all = <T extends EntityType>(type: T) =>
    stored.filter((entity): entity is Entity & EntityOf<T> => entity.type === type);
  const users = all('user');
  const people = new Map(all('person').map(person => [person.id, person]));
  const organizations = new Map(all('organization').map(organization => [organization.id, organization]));
  const counters = new Map(all('counters').map(it => [it.organization, it]));
  return [
    ...[...organizations.values()].flatMap(organization => [
      ...countingBreaches(organization, users, counters.get(organization.id)),
      ...ownerBreaches(organization, users, world),
    ]),
    ...users.flatMap(user => [
      ...userBreaches(user, people.get(user.id), organizations.get(user.organization)),
      ...seatBreaches(user, world),
    ]),
    ...[...people.values()].flatMap(person => personBreaches(person, users, world)),
    ...addressBreaches(people, all('email')),
    ...usernameBreaches(users, all('username')),
    ...clientBreaches(all('api-client'), all('api-client-owner')),
    ...assigningBreaches(stored),
  ];
}

/** A registered application is found by its id alone, or it is not there. */
function clientBreaches(clients: ApiClient[], owners: ApiClientOwner[]): string[] {
  const named = (of: readonly { id: string; organization: string }[]) =>
    new Set(of.map(({ id, organization }) => `${organization}/${id}`));
  const [kept, found] = [named(clients), named(owners)];
  return [
    ...[...kept].filter(name => !found.has(name)).map(name => `${name} is found by nobody`),
    ...[...found].filter(name => !kept.has(name)).map(name => `${name} leads nowhere`),
  ];
}

/** The breaches among some, each of which must hold. */
function broken(of: string, must: Record<string, boolean>): string[] {
  return Object.entries(must).flatMap(([breach, holds]) => (holds ? [] : [`${of} ${breach}`]));
}

const isActiveOwner = ({ role, status }: User) => role === 'owner' && status === 'active';

function ownerBreaches({ id }: Organization, users: User[], { directory }: FakeWorld): string[] {
  const hasAccepted = directory.events.some(
    ({ organization, action }) => organization === id && action === 'invitation.accepted',
  );
  const hasOwner = users.some(user => user.organization === id && isActiveOwner(user));
  return broken(id, { 'has lost its last owner': !hasAccepted || hasOwner });
}

function countingBreaches(
  { id, seats }: Organization,
  everybody: User[],
  counters: Counters | undefined,
): string[] {
  const users = everybody.filter(({ organization }) => organization === id);
  const inStatus = (status: User['status']) => users.filter(user => user.status === status).length;
  const recount = {
    invited: inStatus('invited'),
    active: inStatus('active'),
    inactive: inStatus('inactive'),
    archived: inStatus('archived'),
    seats: users.filter(({ seated }) => seated).length,
    owners: users.filter(isActiveOwner).length,
    apiUsers: users.filter(({ apiAccess }) => apiAccess).length,
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

function userBreaches(
  user: User,
  person: Person | undefined,
  organization: Organization | undefined,
): string[] {
  const { id, apiAccess, status, invitation } = user;
  if (!person || !organization) return [`${id} is a user of nobody, or nowhere`];
  const { email, emailChange, factors, picture } = user;
  const shown = JSON.stringify({ email, emailChange, factors, picture });
  const enrolled = enrolledFactors(person).length > 0;
  return broken(id, {
    "is not in the person's list": person.memberships[organization.id] === membershipState(user),
    'does not show who looks after them':
      !invitation?.acceptedAt || status === 'archived' || user.home === (person.home === organization.id),
    'does not show what the person is': !invitation?.acceptedAt || shown === JSON.stringify(mirrored(person)),
    'never chose a password': status !== 'active' || person.passwordGeneration > 0,
    'has API access and a second factor':
      !apiAccess || !(user.requireMfa || organization.requireMfa || enrolled),
  });
}

function seatBreaches({ id, status, seated, invitation }: User, { clock }: FakeWorld): string[] {
  const state = invitation && invitationState(invitation, clock.now());
  return broken(id, {
    'takes a seat without having one': status !== 'active' || seated,
    'keeps a seat without access': status === 'active' || status === 'invited' || !seated,
    'could accept without a seat': status !== 'invited' || state !== 'pending' || seated,
    'has a seat for an invitation that cannot be accepted':
      status !== 'invited' || !seated || state === 'pending' || state === 'expired',
    'is active without having accepted': status !== 'active' || state === 'accepted',
  });
}

function personBreaches({ id, memberships, passwordGeneration }: Person, users: User[], world: FakeWorld) {
  const isUserIn = (org: string) => users.some(user => user.id === id && user.organization === org);
  return broken(id, {
    'is in no organization': Object.keys(memberships).length > 0,
    'lists an organization in vain': Object.keys(memberships).every(isUserIn),
    'has no credentials': passwordGeneration === 0 || world.identity.passwords.has(id),
  });
}

/**
 * Everybody's address is theirs, unless they are archived wherever they were; one that is not confirmed is held for
 * whoever asked for it.
 */
function addressBreaches(people: ReadonlyMap<Person['id'], Person>, reservations: EmailReservation[]) {
  const confirmed = reservations.filter(({ pendingUntil }) => !pendingUntil);
  const owners = new Map(confirmed.map(({ email, person }) => [email, person]));
  const inVain = reservations.filter(({ email, person, pendingUntil }) => {
    const holder = people.get(person);
    return (pendingUntil ? holder?.emailChange?.email : holder?.email) !== email;
  });
  const without = [...people.values()].filter(
    person => keepsAddress(person) !== (owners.get(person.email) === person.id),
  );
  return [
    ...without.map(
      ({ id }) => `${id} does not hold the address that is theirs, or holds one that they gave back`,
    ),
    ...inVain.map(({ person }) => `an address is reserved for ${person} in vain`),
  ];
}

function usernameBreaches(users: User[], reservations: EntityOf<'username'>[]): string[] {
  const reserved = reservations.map(it => `${it.organization}/${it.username} is ${it.person}`).sort();
  const used = users
    .filter(({ status }) => status !== 'archived')
    .flatMap(user => (user.username ? [`${user.organization}/${user.username} is ${user.id}`] : []))
    .sort();
  return JSON.stringify(reserved) === JSON.stringify(used)
    ? []
    : [`usernames are reserved as ${reserved}, and used as ${used}`];
}

/**
 * What is there of nobody, once everything has come to rest: credentials, sessions, answers. Harmless, since no person
 * means no access, but not to be left behind.
 */
export function leftBehind({ directory, identity }: FakeWorld): string[] {
  const stored = directory.stored();
  const people = new Set(stored.flatMap(entity => (entity.type === 'person' ? [entity.id] : [])));
  return [
    ...[...identity.passwords.keys()].filter(id => !people.has(id)).map(id => `credentials of ${id}`),
    ...stored.flatMap(entity => {
      const person = keptWith(entity);
      return person && !people.has(person) ? [`${entity.type} of ${person}`] : [];
    }),
  ];
}
