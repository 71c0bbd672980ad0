import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getUserPermissions: UseCase<'get-user-permissions'> = async () => {
  throw new Error('not there yet');
};
