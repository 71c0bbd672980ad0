/** Keeps "last active" and "last used" true to some minutes without a write for every request. */
import type { Time } from '../../shared/contract/text.ts';
import type { Session, User } from '../../shared/domain/model.ts';
import { useNotedMinutes } from '../../shared/domain/session.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';

export async function noteUse(
  { session, user }: { session: Session; user?: User },
  directory: PortsFor<'directory:note'>['directory'],
  now: Time,
): Promise<void> {
  const stale = (noted: Time | undefined) => !noted || now >= plusMinutes(noted, useNotedMinutes);
  await Promise.all([
    stale(session.lastUsedAt ?? session.createdAt) &&
      directory.noteSessionUse(session.person, session.id, now),
    user && stale(user.lastActiveAt) && directory.noteActivity(user.organization, user.id, now),
  ]);
}
