import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { listMembers } from '../../steps/list-members.ts';

export const listProjectMembers: UseCase<'list-project-members'> = ({ input }, { directory }) =>
  listMembers(ref.project(input.org, input.project), input, directory);
