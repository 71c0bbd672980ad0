import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const removeGroupMember: UseCase<'remove-group-member'> = async () => {
  throw new Error('not there yet');
};
