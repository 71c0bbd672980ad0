import { refuse } from '../../../shared/domain/decision.ts';
import { decideDeleteGroup } from '../../../shared/domain/group.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { reservedFor } from '../../steps/external-id.ts';

export const deleteGroup: UseCase<'delete-group'> = async (
  { input, actor, origin, expectedVersion },
  ports,
) => {
  const { directory, clock, ids } = ports;
  const { org, group: id } = input;
  const job = ids.make('job');
  return transact({ actor, origin }, ports, async () => {
    const [group, policy] = await directory.get(ref.group(org, id), ref.policy(org));
    if (!group) return refuse('not-found');
    if (group.version !== expectedVersion) return refuse('stale-version');
    const reserved = await reservedFor(org, group.externalId, directory);
    return decideDeleteGroup({ actor, policy }, group, { reserved, job, now: clock.now() });
  });
};
