import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const addGroupMember: UseCase<'add-group-member'> = async () => {
  throw new Error('not there yet');
};
