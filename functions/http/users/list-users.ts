import { refuse } from '../../../shared/domain/decision.ts';
import { viewUser } from '../../../shared/domain/user.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { openCursor, sealCursor } from '../../steps/cursor.ts';

export const listUsers: UseCase<'list-users'> = async ({ input }, { directory, clock }) => {
  const { org, status, sort, limit, cursor } = input;
  const question = [org, sort, [...status].sort()];
  const after = cursor === undefined ? undefined : openCursor(cursor, question);
  if (cursor !== undefined && after === undefined) {
    const message = 'does not belong to this list: leave it out to start again';
    return refuse('validation-failed', { errors: [{ pointer: '/cursor', code: 'foreign-cursor', message }] });
  }
  const { users, next } = await directory.listUsers(org, {
    statuses: [...new Set(status)],
    limit,
    descending: sort === '-name',
    after,
  });
  const now = clock.now();
  return done({
    items: users.map(user => viewUser(user, now)),
    nextCursor: next && sealCursor(next, question),
  });
};
