import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getProject: UseCase<'get-project'> = async () => {
  throw new Error('not there yet');
};
