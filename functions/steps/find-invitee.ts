/** Whose an address is that somebody is invited with. */
import type { Email } from '../../shared/contract/text.ts';
import { type Invitee, inviteeOf } from '../../shared/domain/invitee.ts';
import type { Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** For an address that nobody has it reads as often, and finds nobody. */
export async function findInvitee(
  email: Email,
  { id }: Pick<Organization, 'id'>,
  { directory, ids }: PortsFor<'directory:read'>,
): Promise<Invitee> {
  const [reservation] = await directory.get(ref.email(email));
  const whose = reservation?.person ?? ids.make('usr');
  const [person, user] = await directory.get(ref.person(whose), ref.user(id, whose));
  return inviteeOf(reservation, person, user);
}
