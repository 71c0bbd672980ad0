import { decideResetFactors } from '../../../shared/domain/credentials.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { loadWhole } from '../../steps/describe-me.ts';

export const resetUserMfa: UseCase<'reset-user-mfa'> = (ask, ports) =>
  changeUser(ask, ports, async it => {
    const { users } = await loadWhole(it.person, ports.directory);
    return decideResetFactors(it, users);
  });
