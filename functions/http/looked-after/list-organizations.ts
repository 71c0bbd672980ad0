import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listOrganizations: UseCase<'list-organizations'> = async () => {
  throw new Error('not there yet');
};
