import { refuse } from '../../../shared/domain/decision.ts';
import { closedLink } from '../../../shared/domain/invitation.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { inviterOf } from '../../steps/inviter.ts';
import { openInvitation } from '../../steps/open-invitation.ts';

/** Tells the page behind the link whom to greet. Looking changes nothing: mail scanners look, too. */
export const lookupInvitation: UseCase<'lookup-invitation'> = async ({ input }, ports) => {
  const opened = await openInvitation(input.token, ports);
  if (!opened) return refuse('link-unknown');
  const { link, user, person, organization } = opened;
  const closed = closedLink(link, user, ports.clock.now());
  const inviter = await inviterOf(user, ports.directory);
  return done({
    state: closed ? states[closed] : 'pending',
    organization: { id: organization.id, name: organization.name },
    ...(inviter && { inviter: { name: inviter.displayName } }),
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    role: user.role,
    expiresAt: user.invitation?.expiresAt,
    accountExists: person.passwordGeneration > 0,
    terms: ports.settings.terms,
  });
};

/** What a dead link is called on the page. */
const states = {
  'link-unknown': 'revoked',
  'link-replaced': 'replaced',
  'invitation-expired': 'expired',
  'invitation-revoked': 'revoked',
  'invitation-accepted': 'accepted',
} as const;
