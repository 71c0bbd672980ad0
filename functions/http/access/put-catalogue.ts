import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const putCatalogue: UseCase<'put-catalogue'> = async () => {
  throw new Error('not there yet');
};
