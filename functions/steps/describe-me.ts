/** Who somebody is and where they may go: what a signed-in page needs first. */
import type { Me } from '../../shared/contract/auth.ts';
import { type Self, viewMe } from '../../shared/domain/me.ts';
import type { Person, Session } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { activeMemberships } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports.ts';

/** As many organizations as one round trip reads, each with its user, and the home organization beside them. */
const shown = 49;

/** Somebody with the organizations that let them in, in one round trip. */
export async function loadSelf(person: Person, directory: DirectoryReader): Promise<Self> {
  const ids = activeMemberships(person).slice(0, shown);
  const found = await directory.get(
    ref.organization(person.home),
    ...ids.flatMap(id => [ref.organization(id), ref.user(id, person.id)]),
  );
  const of = <T extends 'organization' | 'user'>(type: T, at: number) => {
    const entity = found[at];
    return entity?.type === type ? (entity as Extract<typeof entity, { type: T }>) : undefined;
  };
  const memberships = ids.flatMap((_, i) => {
    const [organization, user] = [of('organization', 1 + 2 * i), of('user', 2 + 2 * i)];
    return organization && user ? [{ organization, user }] : [];
  });
  return { person, memberships, home: of('organization', 0) };
}

export async function describeMe(
  person: Person,
  session: Pick<Session, 'awaits'> | undefined,
  directory: DirectoryReader,
): Promise<Me> {
  return viewMe(await loadSelf(person, directory), session);
}
