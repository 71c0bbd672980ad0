import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listProjectMembers: UseCase<'list-project-members'> = async () => {
  throw new Error('not there yet');
};
