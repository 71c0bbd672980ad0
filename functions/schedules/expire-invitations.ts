import { decideExpire } from '../../shared/domain/pending.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { ScheduleUseCase } from '../runtime/subscriber.ts';
import { changeUserIn } from '../steps/change-user.ts';

const actor = { kind: 'system', name: 'expire-invitations' } as const;

/** As many at a time as are loaded together, and as many in one run: the next run takes the rest. */
const batch = 25;
const most = 1000;

/**
 * Frees the seats of invitations that ran out and writes the event. That they have expired needs no schedule: it is
 * computed wherever they are read. So a late run, a second one or two at once change nothing more.
 */
export const expireInvitations: ScheduleUseCase<'expire-invitations'> = async ports => {
  const { directory, clock } = ports;
  const due = await directory.listExpiring(clock.now(), most);
  let expired = 0;
  for (let from = 0; from < due.length; from += batch) {
    const outcomes = await Promise.all(
      due.slice(from, from + batch).map(async ({ organization: id, id: user }) => {
        const [organization] = await directory.get(ref.organization(id));
        if (!organization) return false;
        const asked = { actor, origin: { requestId: 'expire-invitations' } };
        return (await changeUserIn({ organization, user }, asked, ports, decideExpire)).ok;
      }),
    );
    expired += outcomes.filter(Boolean).length;
  }
  return { due: due.length, expired };
};
