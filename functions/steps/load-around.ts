/** What hangs on a person, each in one round trip: their users in all organizations, and what is reserved for them. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Email } from '../../shared/contract/text.ts';
import type { Ties } from '../../shared/domain/belonging.ts';
import type { Entity, EntityOf, EntityType, Person, User } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

/** The person's users, but for the one that is known already. */
function usersOf({ id, memberships }: Person, known?: OrganizationId): Ref[] {
  const organizations = Object.keys(memberships) as OrganizationId[]; // by its schema
  return organizations.filter(organization => organization !== known).map(each => ref.user(each, id));
}

function emailsOf(...emails: readonly (Email | undefined)[]): Ref[] {
  return emails.flatMap(email => (email ? [ref.email(email)] : []));
}

/** Sorts what was found by its kind. */
function sorted(found: readonly (Entity | undefined)[]) {
  const all = <T extends EntityType>(type: T) =>
    found.filter((entity): entity is Entity & EntityOf<T> => entity?.type === type);
  const emails = all('email');
  return {
    users: all('user') as User[],
    usernames: all('username'),
    emailNamed: (email: Email | undefined) => emails.find(reserved => reserved.email === email),
  };
}

/** Everything beside a user and their person that goes or changes with them. */
export async function loadTies({ user, person }: UserCase, directory: DirectoryReader): Promise<Ties> {
  const pending = person.emailChange?.email;
  const found = await directory.get(
    ...usersOf(person, user.organization),
    ...emailsOf(person.email, pending),
    ...(user.username ? [ref.username(user.organization, user.username)] : []),
  );
  const { users, usernames, emailNamed } = sorted(found);
  const [username] = usernames;
  return {
    others: users,
    reserved: { email: emailNamed(person.email), pending: emailNamed(pending), username },
  };
}

/** The person's users in all other organizations. */
export async function loadOthers({ user, person }: UserCase, directory: DirectoryReader): Promise<User[]> {
  return sorted(await directory.get(...usersOf(person, user.organization))).users;
}

/** What is reserved of addresses: the one that is wanted, the one that a change before was to bring, the present one. */
export async function loadAddresses(person: Person, wanted: Email | undefined, directory: DirectoryReader) {
  const before = person.emailChange?.email;
  const { emailNamed } = sorted(await directory.get(...emailsOf(wanted, before, person.email)));
  return { wanted: emailNamed(wanted), before: emailNamed(before), present: emailNamed(person.email) };
}
