import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listRoleHolders: UseCase<'list-role-holders'> = async () => {
  throw new Error('not there yet');
};
