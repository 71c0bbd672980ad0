import { decideCancelUserEmailChange } from '../../../shared/domain/user-email.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadAddresses, loadOthers } from '../../steps/load-around.ts';

export const cancelUserEmailChange: UseCase<'cancel-user-email-change'> = (ask, ports) => {
  const { directory } = ports;
  return changeUser(ask, ports, async it => {
    const [others, { before }] = await Promise.all([
      loadOthers(it, directory),
      loadAddresses(it.person, undefined, directory),
    ]);
    return decideCancelUserEmailChange(it, others, before);
  });
};
