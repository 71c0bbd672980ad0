import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const editCustomRole: UseCase<'edit-custom-role'> = async () => {
  throw new Error('not there yet');
};
