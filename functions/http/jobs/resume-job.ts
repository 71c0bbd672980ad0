import { decideResume } from '../../../shared/domain/steer-job.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { steerJob } from '../../steps/steer-job.ts';

export const resumeJob: UseCase<'resume-job'> = ({ input, ...asked }, ports) =>
  steerJob(input, asked, ports, decideResume);
