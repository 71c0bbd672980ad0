/** Keeps "last active" true to some minutes without a write for every request. */
import type { Time } from '../../shared/contract/text.ts';
import type { User } from '../../shared/domain/model.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import type { DirectoryWriter } from '../../shared/ports.ts';

/** How old the note may be before it is renewed. */
const staleAfterMinutes = 5;

export async function noteActivity(user: User, directory: DirectoryWriter, now: Time): Promise<void> {
  if (user.lastActiveAt && now < plusMinutes(user.lastActiveAt, staleAfterMinutes)) return;
  await directory.noteActivity(user.organization, user.id, now);
}
