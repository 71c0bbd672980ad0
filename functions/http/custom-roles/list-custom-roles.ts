import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listCustomRoles: UseCase<'list-custom-roles'> = async () => {
  throw new Error('not there yet');
};
