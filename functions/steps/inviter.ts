/** Who invited a user, if they are still there to be named. */
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

export async function inviterOf(
  { organization, invitation }: User,
  directory: DirectoryReader,
): Promise<User | undefined> {
  if (!invitation?.invitedBy) return undefined;
  const [inviter] = await directory.get(ref.user(organization, invitation.invitedBy));
  return inviter;
}
