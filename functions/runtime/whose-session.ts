/** Whether somebody's session is good for anything, wherever they ask. */
import type { Actor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Person, Session, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

/** What asking comes to: who asks, or why nobody does. */
export type Known<A extends Actor> =
  | { ok: true; actor: A /** Whose use is to be noted. */; by?: { session: Session; user?: User } }
  | { ok: false; failure: Failure };

/** Somebody with the session that they ask in. */
export type Holder = { person: Person; session: Session };

type Held = ({ ok: true } & Holder) | { ok: false; failure: Failure };

/** Somebody whose session holds, and who has access to at least one organization; `awaits` is not looked at yet. */
export async function heldSession(
  { person, session }: Partial<Holder>,
  directory: DirectoryReader,
): Promise<Held> {
  const holds = person && sessionHolds(session, person) && hasAccess(person);
  if (!holds || !(await isScriptLetIn(session, person, directory))) return refuse('session-ended');
  return { ok: true, person, session };
}

/** The same, for whatever is closed to those who must do something first. */
export async function wholeSession(some: Partial<Holder>, directory: DirectoryReader): Promise<Held> {
  const held = await heldSession(some, directory);
  return held.ok && held.session.awaits ? refuse('second-factor-required') : held;
}

/** A script's session ends with its registered application, and with its user's API access; both are at home. */
async function isScriptLetIn({ client }: Session, { home, id }: Person, directory: DirectoryReader) {
  if (!client) return true;
  const [application, user] = await directory.get(ref.apiClient(home, client), ref.user(home, id));
  return application !== undefined && user?.apiAccess === true;
}
