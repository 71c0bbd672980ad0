import { refuse } from '../../../shared/domain/decision.ts';
import { invitationHour, planOf } from '../../../shared/domain/plan.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getUsage: UseCase<'get-usage'> = async ({ input: { org } }, { directory, clock }) => {
  const hour = invitationHour(clock.now());
  const [organization, counters, quota] = await directory.get(
    ref.organization(org),
    ref.counters(org),
    ref.quota(org, hour.name),
  );
  if (!organization) return refuse('not-found');
  const limit = planOf(organization).invitationsPerHour;
  return done({
    seats: { used: counters?.seats ?? 0, total: organization.seats },
    invitations: { used: quota?.used ?? 0, limit, resetsAt: hour.endsAt },
    apiUsers: counters?.apiUsers ?? 0,
  });
};
