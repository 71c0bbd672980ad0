/** Who somebody is and where they may go: what a signed-in page needs first. */
import type { Me } from '../../shared/contract/auth.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Membership } from '../../shared/domain/entry.ts';
import { type Self, viewMe } from '../../shared/domain/me.ts';
import type { Organization, Person, Session } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { activeMemberships } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

/** As many organizations as one round trip reads, each with its user, and the home organization beside them. */
const most = 49;

/** Somebody with the organizations that let them in, in one round trip. */
export async function loadSelf(person: Person, directory: DirectoryReader): Promise<Self> {
  return { person, ...(await membershipsIn(activeMemberships(person), person, directory)) };
}

/** The same with all their users, wherever they stand there. */
export async function loadWhole(
  person: Person,
  directory: DirectoryReader,
): Promise<Self & { users: Membership['user'][] }> {
  const active = activeMemberships(person);
  const all = Object.keys(person.memberships) as OrganizationId[]; // keys of the record are ids by its schema
  const { memberships, home } = await membershipsIn(all, person, directory);
  return {
    person,
    home,
    memberships: memberships.filter(({ organization }) => active.includes(organization.id)),
    users: memberships.map(({ user }) => user),
  };
}

async function membershipsIn(
  organizations: readonly OrganizationId[],
  { id: person, home }: Person,
  directory: DirectoryReader,
): Promise<{ memberships: Membership[]; home: Organization | undefined }> {
  const ids = organizations.slice(0, most);
  const found = await directory.get(
    ref.organization(home),
    ...ids.flatMap(id => [ref.organization(id), ref.user(id, person)]),
  );
  const of = <T extends 'organization' | 'user'>(type: T, at: number) => {
    const entity = found[at];
    return entity?.type === type ? (entity as Extract<typeof entity, { type: T }>) : undefined;
  };
  const memberships = ids.flatMap((_, i) => {
    const [organization, user] = [of('organization', 1 + 2 * i), of('user', 2 + 2 * i)];
    return organization && user ? [{ organization, user }] : [];
  });
  return { memberships, home: of('organization', 0) };
}

export async function describeMe(
  person: Person,
  session: Pick<Session, 'awaits'> | undefined,
  directory: DirectoryReader,
): Promise<Me> {
  return viewMe(await loadSelf(person, directory), session);
}
