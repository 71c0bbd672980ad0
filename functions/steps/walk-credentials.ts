/** Walks over everybody, on both sides, and tells where Cognito and the directory have drifted apart. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { type Drift, driftOf, isSignOutUntold, isTurnOf } from '../../shared/domain/credentials-drift.ts';
import type { Person } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { sessionHolds } from '../../shared/domain/session.ts';
import type { PortsFor } from '../../shared/ports.ts';

type WalkPorts = PortsFor<'directory:read' | 'identity:read'>;

export type Found = { id: PersonId; drifts: Drift[] };

/** Everybody with credentials; says of each page who of them nobody knows. */
export async function* walkCognito(ports: WalkPorts, withCredentials: Set<PersonId>): AsyncGenerator<Found> {
  let after: string | undefined;
  do {
    const { people, next } = await ports.identity.listCredentials(after);
    const known = await ports.directory.get(...people.map(({ id }) => ref.person(id)));
    for (const [i, { id, createdAt }] of people.entries()) {
      withCredentials.add(id);
      const now = ports.clock.now();
      if (!known[i])
        yield {
          id,
          drifts: driftOf({ person: undefined, credentials: { createdAt }, signedIn: false, now }),
        };
    }
    after = next;
  } while (after);
}

/** Everybody who has chosen a password. */
export async function* walkDirectory(
  ports: WalkPorts,
  withCredentials: ReadonlySet<PersonId>,
): AsyncGenerator<Found> {
  let after: string | undefined;
  do {
    const { ids, next } = await ports.directory.listCredentialHolders(after);
    const people = await ports.directory.get(...ids.map(ref.person));
    for (const person of people)
      if (person)
        yield { id: person.id, drifts: await driftsOf(person, withCredentials.has(person.id), ports) };
    after = next;
  } while (after);
}

/** Cognito is looked at once more where its list lacks somebody: it is some seconds behind. */
async function driftsOf(person: Person, isListed: boolean, ports: WalkPorts): Promise<Drift[]> {
  const now = ports.clock.now();
  const isLookedAt = !isListed || isTurnOf(person.id, now);
  const factors = isLookedAt ? await ports.identity.factorsOf(person.id) : undefined;
  const hasCredentials = isLookedAt ? factors !== undefined : true;
  return driftOf({
    person,
    credentials: hasCredentials ? { createdAt: person.createdAt } : undefined,
    factors,
    signedIn: isSignOutUntold(person) && (await isSignedIn(person, ports)),
    now,
  });
}

async function isSignedIn(person: Person, { directory }: WalkPorts): Promise<boolean> {
  const sessions = await directory.listSessions(person.id);
  return sessions.some(session => sessionHolds(session, person));
}
