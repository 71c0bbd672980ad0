import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { listMembers } from '../../steps/list-members.ts';

export const listGroupMembers: UseCase<'list-group-members'> = ({ input }, { directory }) =>
  listMembers(ref.group(input.org, input.group), input, directory);
