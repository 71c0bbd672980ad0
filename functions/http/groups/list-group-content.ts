import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listGroupContent: UseCase<'list-group-content'> = async () => {
  throw new Error('not there yet');
};
