import { viewGroup } from '../../../shared/domain/group-roles.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listGroups: UseCase<'list-groups'> = async ({ input }, { directory }) => {
  const { org: organization, q, limit, cursor } = input;
  const question = [organization, 'groups', q];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const [{ items, next }, [policy]] = await Promise.all([
    directory.list({ of: 'group', organization, beginning: q }, { limit, after: page.after }),
    directory.get(ref.policy(organization)),
  ]);
  return done({
    items: items.map(group => viewGroup(group, policy)),
    nextCursor: next && sealCursor(next, question),
  });
};
