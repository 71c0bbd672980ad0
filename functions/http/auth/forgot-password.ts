import { operatorOrganization } from '../../../shared/contract/ids.ts';
import { holderOf } from '../../../shared/domain/email.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { stamp } from '../../runtime/transact.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { commitOnce } from '../../steps/commit-once.ts';
import { admit } from '../../steps/throttle.ts';

/**
 * Only records that somebody asked; the mail is a subscriber's work. An unknown address takes the same reads and
 * the same write, in the operators' trail, so that neither answer nor timing tells it from a known one.
 */
export const forgotPassword: UseCase<'forgot-password'> = async ({ input, actor, origin }, ports) => {
  const { directory, ids } = ports;
  const [admitted, [reservation]] = await Promise.all([
    admit('forgot-password', input.email, origin, ports),
    directory.get(ref.email(input.email)),
  ]);
  if (!admitted.ok) return admitted;
  const id = holderOf(reservation) ?? ids.make('usr');
  const [person] = await directory.get(ref.person(id));
  const drafts = [
    {
      organization: person?.home ?? operatorOrganization,
      action: 'password.reset-requested',
      target: { type: 'person', id: person?.id ?? 'unknown' },
    } as const,
  ];
  await commitOnce({ changes: [], events: stamp({ actor, origin }, drafts, ports) }, ports);
  return done(undefined);
};
