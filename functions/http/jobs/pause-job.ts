import { decidePause } from '../../../shared/domain/steer-job.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { steerJob } from '../../steps/steer-job.ts';

export const pauseJob: UseCase<'pause-job'> = ({ input, ...asked }, ports) =>
  steerJob(input, asked, ports, decidePause);
