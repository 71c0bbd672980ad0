import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const deleteGroup: UseCase<'delete-group'> = async () => {
  throw new Error('not there yet');
};
