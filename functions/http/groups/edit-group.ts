import { refuse } from '../../../shared/domain/decision.ts';
import { decideEditGroup } from '../../../shared/domain/group.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { reservedFor } from '../../steps/external-id.ts';
import { holdingsOfActor } from '../../steps/load-rights.ts';

export const editGroup: UseCase<'edit-group'> = async ({ input, actor, origin, expectedVersion }, ports) => {
  const { directory } = ports;
  const { org, group: id, ...wish } = input;
  return transact({ actor, origin }, ports, async () => {
    const [group, policy] = await directory.get(ref.group(org, id), ref.policy(org));
    if (!group) return refuse('not-found');
    if (group.version !== expectedVersion) return refuse('stale-version');
    const [holdings, wanted, reserved] = await Promise.all([
      holdingsOfActor(actor, directory),
      reservedFor(org, wish.externalId, directory),
      reservedFor(org, group.externalId, directory),
    ]);
    return decideEditGroup({ actor, holdings, policy, wanted }, group, { wish, reserved });
  });
};
