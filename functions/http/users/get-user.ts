import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { loadNamed } from '../../steps/load-rights.ts';

export const getUser: UseCase<'get-user'> = async ({ input }, { directory, clock }) => {
  const [user] = await directory.get(ref.user(input.org, input.user));
  if (!user) return refuse('not-found');
  const named = await loadNamed(input.org, [user], directory);
  return done(viewUser(user, { named, now: clock.now() }));
};
