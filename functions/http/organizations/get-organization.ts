import { refuse } from '../../../shared/domain/decision.ts';
import { planOf } from '../../../shared/domain/plan.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getOrganization: UseCase<'get-organization'> = async ({ input }, { directory }) => {
  const [organization, counters] = await directory.get(ref.organization(input.org), ref.counters(input.org));
  if (!organization) return refuse('not-found');
  const { idleSignOutMinutes, ...told } = organization;
  return done({
    ...told,
    idleSignOutMinutes: idleSignOutMinutes ?? undefined,
    seats: { used: counters?.seats ?? 0, total: organization.seats },
    apiAccess: planOf(organization).apiAccess,
  });
};
