import { decideCreateGroup } from '../../../shared/domain/group.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { reservedFor } from '../../steps/external-id.ts';
import { holdingsOfActor } from '../../steps/load-rights.ts';

export const createGroup: UseCase<'create-group'> = async ({ input, actor, origin }, ports) => {
  const { directory, clock, ids } = ports;
  const id = ids.make('grp');
  return transact({ actor, origin }, ports, async () => {
    const [holdings, [policy], wanted] = await Promise.all([
      holdingsOfActor(actor, directory),
      directory.get(ref.policy(input.org)),
      reservedFor(input.org, input.externalId, directory),
    ]);
    return decideCreateGroup({ actor, holdings, policy, wanted }, input, { id, now: clock.now() });
  });
};
