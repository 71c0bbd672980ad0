import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listGroupMembers: UseCase<'list-group-members'> = async () => {
  throw new Error('not there yet');
};
