import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const deleteProject: UseCase<'delete-project'> = async () => {
  throw new Error('not there yet');
};
