import { refuse } from '../../../shared/domain/decision.ts';
import { decideChangeMembers } from '../../../shared/domain/member-job.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { holdingsOfActor } from '../../steps/load-rights.ts';

export const changeGroupMembers: UseCase<'change-group-members'> = async (
  { input, actor, origin },
  ports,
) => {
  const { directory, clock, ids } = ports;
  const { org, group: id, ...wish } = input;
  const job = ids.make('job');
  return transact({ actor, origin }, ports, async () => {
    const [holdings, [group, policy]] = await Promise.all([
      holdingsOfActor(actor, directory),
      directory.get(ref.group(org, id), ref.policy(org)),
    ]);
    if (!group) return refuse('not-found');
    return decideChangeMembers(
      { actor, holdings, policy },
      { group, ...wish },
      { id: job, now: clock.now() },
    );
  });
};
