import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const listProjects: UseCase<'list-projects'> = async () => {
  throw new Error('not there yet');
};
