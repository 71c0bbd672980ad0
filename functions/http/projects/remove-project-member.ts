import { decideLeave } from '../../../shared/domain/members.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeProjectMember } from '../../steps/change-member.ts';

export const removeProjectMember: UseCase<'remove-project-member'> = (ask, ports) =>
  changeProjectMember(ask, ports, decideLeave);
