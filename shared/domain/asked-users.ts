/** What a caller asks of users, as the rules of finding know it. */
import type { ListUsers } from '../contract/find-users.ts';
import { wordsIn } from '../contract/user-words.ts';
import type { UserFilter } from './find.ts';

/** Each value once and in order, so that one question has one cursor. */
export function filterIn(asked: Omit<ListUsers, 'org' | 'sort' | 'limit' | 'cursor'>): UserFilter {
  const { q, status, role, type, group, project, customRole, mfa, delivery, invitation, approved } = asked;
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
    ...(invitation && { invitations: each(invitation) }),
    ...(approved && { approved: approved === 'true' }),
    ...(asked.activeFrom && { activeFrom: asked.activeFrom }),
    ...(asked.activeBefore && { activeBefore: asked.activeBefore }),
  };
}
