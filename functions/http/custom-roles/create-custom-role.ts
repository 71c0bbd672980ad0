import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const createCustomRole: UseCase<'create-custom-role'> = async () => {
  throw new Error('not there yet');
};
