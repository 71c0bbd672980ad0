import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getCustomRole: UseCase<'get-custom-role'> = async () => {
  throw new Error('not there yet');
};
