import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const addProjectMember: UseCase<'add-project-member'> = async () => {
  throw new Error('not there yet');
};
