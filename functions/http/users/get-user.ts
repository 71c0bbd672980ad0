import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getUser: UseCase<'get-user'> = async ({ input }, { directory, clock }) => {
  const [user] = await directory.get(ref.user(input.org, input.user));
  return user ? done(viewUser(user, clock.now())) : refuse('not-found');
};
