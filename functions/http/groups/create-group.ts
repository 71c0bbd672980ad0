import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const createGroup: UseCase<'create-group'> = async () => {
  throw new Error('not there yet');
};
