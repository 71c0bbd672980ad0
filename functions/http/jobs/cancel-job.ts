import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideCancel } from '../../../shared/domain/start-bulk.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const cancelJob: UseCase<'cancel-job'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock } = ports;
  const cancel = () =>
    transact({ actor, origin }, ports, async () => {
      const [job] = await directory.get(ref.job(input.org, input.job));
      return job ? decideCancel(job, clock.now()) : refuse('not-found');
    });
  const cancelled = await cancel();
  // Whoever works on the job writes it many times a second.
  return cancelled.ok || cancelled.failure.kind !== 'changed-meanwhile' ? cancelled : cancel();
};
