import { DomainEvent } from '../../shared/contract/events.ts';
import { JobId } from '../../shared/contract/ids.ts';
import type { SubscriberUseCase } from '../runtime/subscriber.ts';
import { workOnJob } from '../steps/work-on-job.ts';

/** Its audit entries carry the request that started the job. */
export const runJob: SubscriberUseCase<'run-job'> = async ({ detail }, ports) => {
  const { organization, target, requestId } = DomainEvent.parse(detail);
  await workOnJob({ organization, id: JobId.parse(target.id) }, { requestId }, ports);
};
