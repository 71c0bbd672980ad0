import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listApplications: UseCase<'list-applications'> = async () => {
  throw new Error('not there yet');
};
