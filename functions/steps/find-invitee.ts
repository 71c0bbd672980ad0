/** Whose an address is that somebody is invited with. */
import type { Email } from '../../shared/contract/text.ts';
import { holderOf } from '../../shared/domain/email.ts';
import type { InvitePlan } from '../../shared/domain/invitee.ts';
import type { Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

type Invitee = Pick<InvitePlan, 'known' | 'former' | 'claim'>;

/** Nobody's, somebody's, or held for a change that was not confirmed. */
export async function findInvitee(
  email: Email,
  { id }: Pick<Organization, 'id'>,
  directory: DirectoryReader,
): Promise<Invitee> {
  const [reservation] = await directory.get(ref.email(email));
  if (!reservation) return { known: undefined };
  const [person, user] = await directory.get(
    ref.person(reservation.person),
    ref.user(id, reservation.person),
  );
  if (!holderOf(reservation)) return { known: undefined, claim: { reservation, by: person } };
  return { known: person, former: user?.status === 'archived' ? user : undefined };
}
