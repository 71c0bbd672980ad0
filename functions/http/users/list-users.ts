import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';
import { loadNamed } from '../../steps/load-rights.ts';

export const listUsers: UseCase<'list-users'> = async ({ input }, { directory, clock }) => {
  const { org, status, sort, limit, cursor } = input;
  const question = [org, sort, [...status].sort()];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const { users, next } = await directory.listUsers(org, {
    statuses: [...new Set(status)],
    limit,
    descending: sort === '-name',
    after: page.after,
  });
  const named = await loadNamed(org, users, directory);
  const now = clock.now();
  return done({
    items: users.map(user => viewUser(user, { named, now })),
    nextCursor: next && sealCursor(next, question),
  });
};
