import { refuse } from '../../../shared/domain/decision.ts';
import { viewGroup } from '../../../shared/domain/group-roles.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getGroup: UseCase<'get-group'> = async ({ input }, { directory }) => {
  const [group, policy] = await directory.get(ref.group(input.org, input.group), ref.policy(input.org));
  return group ? done(viewGroup(group, policy)) : refuse('not-found');
};
