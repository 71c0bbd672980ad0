import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const handOverOwnership: UseCase<'hand-over-ownership'> = async () => {
  throw new Error('not there yet');
};
