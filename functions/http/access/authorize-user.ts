import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const authorizeUser: UseCase<'authorize-user'> = async () => {
  throw new Error('not there yet');
};
