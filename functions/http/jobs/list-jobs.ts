import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listJobs: UseCase<'list-jobs'> = async () => {
  throw new Error('not there yet');
};
