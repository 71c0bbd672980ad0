/** Follows up at Cognito what already holds at our door, where every request is checked. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { isSignOutUntold } from '../../shared/domain/credentials-drift.ts';
import { ref, refOf } from '../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../shared/domain/session.ts';
import type { PortsFor } from '../../shared/ports.ts';

/**
 * Acts on how things are now: Cognito can only end all sessions of somebody at once, so whoever has one that holds keeps
 * their tokens, and the tokens of the others are good for nothing here. What is over is erased.
 */
export async function endAtCognito(
  id: PersonId,
  { directory, identity }: PortsFor<'directory:read' | 'directory:write' | 'identity:write'>,
): Promise<void> {
  const [[person], sessions] = await Promise.all([directory.get(ref.person(id)), directory.listSessions(id)]);
  if (!person) return identity.remove(id);
  const over = sessions.filter(session => !sessionHolds(session, person));
  const noneHolds = over.length === sessions.length;
  if (!hasAccess(person) || (noneHolds && isSignOutUntold(person))) {
    await identity.signOutEverywhere(id);
    if (person.sessionsValidAfter) await directory.noteSignedOut(id, person.sessionsValidAfter.at);
  }
  await directory.erase(over.map(refOf));
}
