import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const editProject: UseCase<'edit-project'> = async () => {
  throw new Error('not there yet');
};
