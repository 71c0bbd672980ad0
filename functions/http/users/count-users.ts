import { byStatus } from '../../../shared/domain/overview.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const countUsers: UseCase<'count-users'> = async ({ input }, { directory }) => {
  const [counters] = await directory.get(ref.counters(input.org));
  return done(byStatus(counters));
};
