import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const getCatalogue: UseCase<'get-catalogue'> = async () => {
  throw new Error('not there yet');
};
