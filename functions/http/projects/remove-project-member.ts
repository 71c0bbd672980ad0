import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const removeProjectMember: UseCase<'remove-project-member'> = async () => {
  throw new Error('not there yet');
};
