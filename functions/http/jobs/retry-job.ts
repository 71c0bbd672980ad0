import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideRetry } from '../../../shared/domain/start-bulk.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadDoer } from '../../steps/load-doer.ts';

export const retryJob: UseCase<'retry-job'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const id = ids.make('job');
  return transact({ actor, origin }, ports, async () => {
    const [job] = await directory.get(ref.job(input.org, input.job));
    if (!job) return refuse('not-found');
    const doer = await loadDoer(actor, job.deed, directory);
    return decideRetry(job, doer, { id, now: clock.now() });
  });
};
