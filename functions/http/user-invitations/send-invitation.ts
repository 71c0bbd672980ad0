import { decideCorrect } from '../../../shared/domain/correct.ts';
import { decideSend } from '../../../shared/domain/send.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { findInvitee } from '../../steps/find-invitee.ts';
import { loadTies } from '../../steps/load-around.ts';
import { holdingsOfActor } from '../../steps/load-rights.ts';

/** Once more to the same address; to a corrected one as to somebody else, so that the answer has another id. */
export const sendInvitation: UseCase<'send-invitation'> = (ask, ports) => {
  const { email, expiresInMinutes, note } = ask.input;
  const wish = { expiresInMinutes, note };
  const { directory, ids } = ports;
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  return changeUser(
    ask,
    ports,
    async it => {
      if (!email || email === it.user.email) return decideSend(it, wish);
      const [invitee, ties, holdings] = await Promise.all([
        findInvitee(email, it.organization, ports),
        loadTies(it, directory),
        holdingsOfActor(it.actor, directory),
      ]);
      return decideCorrect(it, { ...wish, ...invitee, email, holdings, fresh }, ties);
    },
    ['seats-exhausted', 'invitations-exhausted'],
  );
};
