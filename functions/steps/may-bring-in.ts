/** Whoever can sign in as somebody holds what they hold: so nobody comes by a way in for whom they could not have invited. */
import { mayGrant } from '../../shared/domain/may-grant.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { holdingsOfActor } from './load-rights.ts';

/** Whether the actor could invite this user, with all that they have, at this moment. */
export async function mayBringIn(it: UserCase, directory: DirectoryReader) {
  const holdings = await holdingsOfActor(it.actor, directory);
  return mayGrant({ actor: it.actor, holdings }, { is: 'invitee' }, { rights: it.user }, it.named);
}
