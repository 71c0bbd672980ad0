import { decideExtend } from '../../../shared/domain/pending.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const extendInvitation: UseCase<'extend-invitation'> = (ask, ports) =>
  changeUser(ask, ports, it => decideExtend(it, ask.input.expiresInMinutes));
