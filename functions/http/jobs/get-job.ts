import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getJob: UseCase<'get-job'> = async () => {
  throw new Error('not there yet');
};
