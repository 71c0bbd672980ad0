/**
 * Finds out who asks. A valid token is not enough: person, session, membership and organization are read, in one
 * consistent round trip, at every request, so that access which was taken away is gone at the next one.
 */
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Access } from '../../shared/contract/route.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { Actor, PersonActor } from '../../shared/domain/actor.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { noteUse } from './last-active.ts';
import type { Opened, ServedRoute } from './use-case.ts';
import { knowActor, knowStaff } from './who-acts.ts';
import { heldSession, type Known, wholeSession } from './whose-session.ts';

/** The actor behind a request, noting on the way that they are active. */
export async function identify(
  { access }: ServedRoute,
  signedIn: PersonActor | undefined,
  input: unknown,
  { directory, clock }: Opened,
): Promise<Known<Actor>> {
  if (!signedIn || !directory) return { ok: true, actor: { kind: 'anonymous' } };
  const now = clock.now();
  const known = await know({ access, signedIn, named: input as Named, now }, directory);
  if (known.ok && known.by) await noteUse(known.by, directory, now);
  return known;
}

/** What inputs name, by the paths of the table. */
type Named = { org: OrganizationId; user?: PersonId; partner?: OrganizationId };
type Asking = { access: Access; signedIn: PersonActor; named: Named; now: Time };

async function know(
  { access, signedIn, named, now }: Asking,
  directory: DirectoryReader,
): Promise<Known<Actor>> {
  if (access === 'asker') return { ok: true, actor: signedIn };
  if (typeof access === 'string') return knowPerson(signedIn, access, directory);
  if ('staff' in access) return knowStaff({ signedIn, partner: named.partner, access, now }, directory);
  return knowActor({ signedIn, organization: named.org, about: named.user, access, now }, directory);
}

/** Somebody signed in, in no organization in particular. */
async function knowPerson(
  signedIn: PersonActor,
  access: Extract<Access, string>,
  directory: DirectoryReader,
): Promise<Known<PersonActor>> {
  const [person, session] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
  );
  const open = access === 'person' ? wholeSession : heldSession;
  const held = await open({ person, session }, directory);
  return held.ok ? { ok: true, actor: signedIn } : held;
}
