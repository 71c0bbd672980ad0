import { refuse } from '../../../shared/domain/decision.ts';
import { viewOrganization } from '../../../shared/domain/looked-after.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getOrganization: UseCase<'get-organization'> = async ({ input }, { directory }) => {
  const [organization, counters] = await directory.get(ref.organization(input.org), ref.counters(input.org));
  return organization ? done(viewOrganization(organization, counters)) : refuse('not-found');
};
