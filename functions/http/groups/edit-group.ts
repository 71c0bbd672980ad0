import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const editGroup: UseCase<'edit-group'> = async () => {
  throw new Error('not there yet');
};
