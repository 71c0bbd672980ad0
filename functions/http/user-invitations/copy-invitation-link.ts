import { invitationLink, linkTo } from '../../../shared/domain/link.ts';
import { decideCopyLink } from '../../../shared/domain/pending.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { mayBringIn } from '../../steps/may-bring-in.ts';

/**
 * Makes a further link of the current generation: the mailed one goes on working. Whoever has it can accept, so it is given
 * to nobody who could not have invited them.
 */
export const copyInvitationLink: UseCase<'copy-invitation-link'> = (ask, ports) => {
  const { token, hash } = ports.ids.linkToken();
  return changeUser(ask, ports, async it => {
    const decision = decideCopyLink(it);
    if (!decision.ok) return decision;
    const granted = await mayBringIn(it, ports.directory);
    if (!granted.ok) return granted;
    const { link, expiresAt } = invitationLink(it.user, hash);
    return {
      ...decision,
      changes: [...decision.changes, { do: 'create', entity: link }],
      answer: { link: linkTo(ports.settings.consoleUrl, 'accept', token), expiresAt },
    };
  });
};
