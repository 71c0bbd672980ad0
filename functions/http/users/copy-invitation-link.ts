import { invitationLink, linkTo } from '../../../shared/domain/link.ts';
import { decideCopyLink } from '../../../shared/domain/pending.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

/** Makes a further link of the current generation: the mailed one goes on working. */
export const copyInvitationLink: UseCase<'copy-invitation-link'> = (ask, ports) => {
  const { token, hash } = ports.ids.linkToken();
  return changeUser(ask, ports, it => {
    const decision = decideCopyLink(it);
    if (!decision.ok) return decision;
    const { link, expiresAt } = invitationLink(it.user, hash);
    return {
      ...decision,
      changes: [...decision.changes, { do: 'create', entity: link }],
      answer: { link: linkTo(ports.settings.consoleUrl, 'accept', token), expiresAt },
    };
  });
};
