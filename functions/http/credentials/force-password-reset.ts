import { decideForceReset } from '../../../shared/domain/credentials.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const forcePasswordReset: UseCase<'force-password-reset'> = (ask, ports) =>
  changeUser(ask, ports, decideForceReset);
