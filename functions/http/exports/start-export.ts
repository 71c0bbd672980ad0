import { decideStartExport } from '../../../shared/domain/export.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const startExport: UseCase<'start-export'> = async ({ input, actor, origin }, ports) => {
  const id = ports.ids.make('exp');
  return transact({ actor, origin }, ports, async () =>
    decideStartExport(actor, input, { id, now: ports.clock.now() }),
  );
};
