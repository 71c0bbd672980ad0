import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const changeGroupMembers: UseCase<'change-group-members'> = async () => {
  throw new Error('not there yet');
};
