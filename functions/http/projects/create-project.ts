import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const createProject: UseCase<'create-project'> = async () => {
  throw new Error('not there yet');
};
