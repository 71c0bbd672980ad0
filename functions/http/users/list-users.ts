import type { UserSort } from '../../../shared/contract/find-users.ts';
import { filterIn } from '../../../shared/domain/asked-users.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';
import { loadNamed } from '../../steps/load-rights.ts';

export const listUsers: UseCase<'list-users'> = async ({ input }, { directory, clock }) => {
  const { org, sort, limit, cursor } = input;
  const filter = filterIn(input);
  const question = [org, sort, filter];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const descending = sort.startsWith('-');
  const { users, next } = await directory.listUsers(org, {
    filter,
    sort: (descending ? sort.slice(1) : sort) as UserSort, // by its schema
    descending,
    limit,
    after: page.after,
  });
  const named = await loadNamed(org, users, directory);
  const now = clock.now();
  return done({
    items: users.map(user => viewUser(user, { named, now })),
    nextCursor: next && sealCursor(next, question),
  });
};
