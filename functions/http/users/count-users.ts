import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const countUsers: UseCase<'count-users'> = async ({ input }, { directory }) => {
  const [counters] = await directory.get(ref.counters(input.org));
  const { invited = 0, active = 0, inactive = 0, archived = 0 } = counters ?? {};
  return done({ invited, active, inactive, archived });
};
