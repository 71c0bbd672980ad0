import { decideRevoke } from '../../../shared/domain/pending.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const revokeInvitation: UseCase<'revoke-invitation'> = (ask, ports) =>
  changeUser(ask, ports, decideRevoke);
