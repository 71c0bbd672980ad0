import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const deleteCustomRole: UseCase<'delete-custom-role'> = async () => {
  throw new Error('not there yet');
};
