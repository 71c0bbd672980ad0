import { refuse } from '../../../shared/domain/decision.ts';
import { nothingNamed } from '../../../shared/domain/rights.ts';
import { decideRenew } from '../../../shared/domain/send.ts';
import { transact } from '../../runtime/transact.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { openInvitation } from '../../steps/open-invitation.ts';

/** The holder of a dead link asks for a living one, which goes to the invited address and nowhere else. */
export const renewInvitation: UseCase<'renew-invitation'> = async ({ input, origin }, ports) => {
  const actor = { kind: 'system', name: 'renew-invitation' } as const;
  const renewed = await transact(
    { actor, origin },
    ports,
    async () => {
      const opened = await openInvitation(input.token, ports);
      if (!opened) return refuse('link-unknown');
      // The invitee is answered with nothing of what they are shown to others.
      return decideRenew({ actor, ...opened, named: nothingNamed, now: ports.clock.now() });
    },
    ['seats-exhausted', 'invitations-exhausted'],
  );
  return renewed.ok ? done(undefined) : renewed;
};
