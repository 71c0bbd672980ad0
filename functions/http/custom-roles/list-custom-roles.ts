import { customRolesOf } from '../../../shared/domain/custom-role.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const listCustomRoles: UseCase<'list-custom-roles'> = async ({ input }, { directory }) => {
  const [policy] = await directory.get(ref.policy(input.org));
  return done({ items: customRolesOf(policy) });
};
