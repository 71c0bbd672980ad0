import { decideUserEmailChange } from '../../../shared/domain/user-email.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadAddresses, loadOthers } from '../../steps/load-around.ts';
import { mayBringIn } from '../../steps/may-bring-in.ts';
import { admit } from '../../steps/throttle.ts';

/** Whoever has the new address can take the account over, so nobody sends it where they could not have invited them to. */
export const changeUserEmail: UseCase<'change-user-email'> = (ask, ports) => {
  const { email } = ask.input;
  const { directory } = ports;
  return changeUser(ask, ports, async it => {
    const [others, addresses] = await Promise.all([
      loadOthers(it, directory),
      loadAddresses(it.person, email, directory),
    ]);
    const decision = decideUserEmailChange(it, others, email, addresses);
    if (!decision.ok) return decision;
    const granted = await mayBringIn(it, directory);
    if (!granted.ok) return granted;
    const admitted = await admit('email-change', it.user.id, ask.origin, ports);
    return admitted.ok ? decision : admitted;
  });
};
