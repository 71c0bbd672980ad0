import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const suspendOrganization: UseCase<'suspend-organization'> = async () => {
  throw new Error('not there yet');
};
