import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const grantContent: UseCase<'grant-content'> = async () => {
  throw new Error('not there yet');
};
