import { decideJoin } from '../../../shared/domain/members.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeProjectMember } from '../../steps/change-member.ts';

export const addProjectMember: UseCase<'add-project-member'> = (ask, ports) =>
  changeProjectMember(ask, ports, decideJoin);
