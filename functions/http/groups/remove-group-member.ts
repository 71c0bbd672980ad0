import { decideLeave } from '../../../shared/domain/members.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeMember } from '../../steps/change-member.ts';

export const removeGroupMember: UseCase<'remove-group-member'> = (ask, ports) =>
  changeMember(ask, ports, decideLeave);
