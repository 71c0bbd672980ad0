import { decideDeleteRole } from '../../../shared/domain/custom-role.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const deleteCustomRole: UseCase<'delete-custom-role'> = (ask, ports) => {
  const { actor, input, expectedVersion } = ask;
  const { directory, ids, clock } = ports;
  const job = ids.make('job');
  return transact(ask, ports, async () => {
    const [policy] = await directory.get(ref.policy(input.org));
    return decideDeleteRole({ actor, policy, now: clock.now() }, { id: input.role, expectedVersion }, job);
  });
};
