import { decideInvite } from '../../../shared/domain/invite.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { findInvitee } from '../../steps/find-invitee.ts';

export const inviteUser: UseCase<'invite-user'> = async ({ input, actor, origin }, ports) => {
  const { clock, ids } = ports;
  const { organization } = actor;
  const { org: _, ...wish } = input;
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  return transact(
    { actor, origin },
    ports,
    async () => {
      const invitee = await findInvitee(wish.email, organization, ports);
      return decideInvite({ actor, organization, wish, ...invitee, fresh, now: clock.now() });
    },
    ['seats-exhausted', 'username-taken', 'invitations-exhausted'],
  );
};
