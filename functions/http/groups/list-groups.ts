import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listGroups: UseCase<'list-groups'> = async () => {
  throw new Error('not there yet');
};
