import { decideCancel } from '../../../shared/domain/steer-job.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { steerJob } from '../../steps/steer-job.ts';

export const cancelJob: UseCase<'cancel-job'> = ({ input, ...asked }, ports) =>
  steerJob(input, asked, ports, job => decideCancel(job, ports.clock.now()));
