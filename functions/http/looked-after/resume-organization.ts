import type { UseCase } from '../../runtime/use-case.ts';

// STUB
export const resumeOrganization: UseCase<'resume-organization'> = async () => {
  throw new Error('not there yet');
};
