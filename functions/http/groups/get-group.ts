import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getGroup: UseCase<'get-group'> = async () => {
  throw new Error('not there yet');
};
