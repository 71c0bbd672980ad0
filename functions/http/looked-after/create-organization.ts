import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const createOrganization: UseCase<'create-organization'> = async () => {
  throw new Error('not there yet');
};
