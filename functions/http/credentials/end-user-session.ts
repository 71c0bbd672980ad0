import { ref } from '../../../shared/domain/refs.ts';
import { decideEndUserSession } from '../../../shared/domain/sessions.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const endUserSession: UseCase<'end-user-session'> = (ask, ports) => {
  const { user, session } = ask.input;
  return changeUser(ask, ports, async it => {
    const [found] = await ports.directory.get(ref.session(user, session));
    return decideEndUserSession(it, found);
  });
};
