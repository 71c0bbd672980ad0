import { decideInvite } from '../../../shared/domain/invite.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { findInvitee } from '../../steps/find-invitee.ts';
import { holdingsOfActor, loadKnown } from '../../steps/load-rights.ts';

export const inviteUser: UseCase<'invite-user'> = async ({ input, actor, origin }, ports) => {
  const { clock, ids, directory } = ports;
  const { organization } = actor;
  const { org: _, ...wish } = input;
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  return transact(
    { actor, origin },
    ports,
    async () => {
      const [invitee, holdings, about] = await Promise.all([
        findInvitee(wish.email, organization, ports),
        holdingsOfActor(actor, directory),
        loadKnown(organization.id, [wish], directory),
      ]);
      const now = clock.now();
      return decideInvite({ actor, organization, wish, about, holdings, ...invitee, fresh, now });
    },
    ['seats-exhausted', 'username-taken', 'invitations-exhausted'],
  );
};
