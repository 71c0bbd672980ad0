import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const removeContent: UseCase<'remove-content'> = async () => {
  throw new Error('not there yet');
};
