import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listAllUsers: UseCase<'list-all-users'> = async () => {
  throw new Error('not there yet');
};
