import { decideApprove } from '../../../shared/domain/approve.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const approveUser: UseCase<'approve-user'> = (ask, ports) => changeUser(ask, ports, decideApprove);
