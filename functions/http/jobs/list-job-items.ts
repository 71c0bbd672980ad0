import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listJobItems: UseCase<'list-job-items'> = async () => {
  throw new Error('not there yet');
};
