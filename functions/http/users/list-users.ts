import type { UserSort } from '../../../shared/contract/find-users.ts';
import { type UserFilter, wordsIn } from '../../../shared/domain/find.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { type Ask, done, type UseCase } from '../../runtime/use-case.ts';
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

/** Each value once and in order, so that one question has one cursor. */
function filterIn(input: Ask<'list-users'>['input']): UserFilter {
  const { q, status, role, type, group, project, customRole, mfa, delivery, approved } = input;
  const each = <T extends string>(values: readonly T[]) => [...new Set(values)].sort();
  return {
    statuses: each(status),
    ...(q && { words: wordsIn(q) }),
    ...(role && { roles: each(role) }),
    ...(type && { types: each(type) }),
    ...(group && { groups: each(group) }),
    ...(project && { projects: each(project) }),
    ...(customRole && { customRoles: each(customRole) }),
    ...(mfa && { mfa: each(mfa) }),
    ...(delivery && { delivery: each(delivery) }),
    ...(approved && { approved: approved === 'true' }),
    ...(input.activeFrom && { activeFrom: input.activeFrom }),
    ...(input.activeBefore && { activeBefore: input.activeBefore }),
  };
}
