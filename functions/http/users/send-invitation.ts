import type { Email } from '../../../shared/contract/text.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideSend, type Readdressing } from '../../../shared/domain/send.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const sendInvitation: UseCase<'send-invitation'> = (ask, ports) => {
  const { input } = ask;
  return changeUser(
    ask,
    ports,
    async it => {
      const readdressing = input.email && (await reservations(it.user.email, input.email, ports));
      return decideSend(it, input, readdressing);
    },
    ['seats-exhausted', 'invitations-exhausted'],
  );
};

async function reservations(
  from: Email,
  to: Email,
  { directory }: Ports<'send-invitation'>,
): Promise<Readdressing | undefined> {
  const [old, takenBy] = await directory.get(ref.email(from), ref.email(to));
  return old && { old, takenBy };
}
