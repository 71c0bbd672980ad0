import { refuse } from '../../../shared/domain/decision.ts';
import { decideStartBulk } from '../../../shared/domain/start-bulk.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { isSelectionThere, loadDoer } from '../../steps/load-doer.ts';

export const startBulk: UseCase<'start-bulk'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const id = ids.make('job');
  return transact({ actor, origin }, ports, async () => {
    const [doer, isThere] = await Promise.all([
      loadDoer(actor, input.deed, directory),
      isSelectionThere(input, directory),
    ]);
    return isThere ? decideStartBulk(input, doer, { id, now: clock.now() }) : refuse('not-found');
  });
};
