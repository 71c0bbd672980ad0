import { viewCustomRole } from '../../../shared/domain/custom-role.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getCustomRole: UseCase<'get-custom-role'> = async ({ input }, { directory }) => {
  const [policy] = await directory.get(ref.policy(input.org));
  const role = policy?.customRoles[input.role];
  return role ? done(viewCustomRole(input.role, role)) : refuse('not-found');
};
