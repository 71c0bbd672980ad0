import { refuse } from '../../../shared/domain/decision.ts';
import { viewJob } from '../../../shared/domain/job.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getJob: UseCase<'get-job'> = async ({ input }, { directory }) => {
  const [job] = await directory.get(ref.job(input.org, input.job));
  return job ? done(viewJob(job)) : refuse('not-found');
};
