import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getOrganization: UseCase<'get-organization'> = async ({ input }, { directory }) => {
  const [organization, counters] = await directory.get(ref.organization(input.org), ref.counters(input.org));
  if (!organization) return refuse('not-found');
  return done({ ...organization, seats: { used: counters?.seats ?? 0, total: organization.seats } });
};
