import { decideInvite } from '../../../shared/domain/invite.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const inviteUser: UseCase<'invite-user'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const { org: _, ...wish } = input;
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  return transact(
    { actor, origin },
    ports,
    async () => {
      const [reservation] = await directory.get(ref.email(wish.email));
      const [known] = reservation ? await directory.get(ref.person(reservation.person)) : [];
      return decideInvite({ actor, organization: actor.organization, wish, known, fresh, now: clock.now() });
    },
    ['seats-exhausted', 'username-taken', 'invitations-exhausted'],
  );
};
