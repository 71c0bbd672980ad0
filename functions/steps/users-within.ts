/** The users whom a group, a project or a custom role has, but those in the archive: by name, a page at a time. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { wordsIn } from '../../shared/contract/user-words.ts';
import { UserStatus } from '../../shared/contract/users.ts';
import type { UserFilter } from '../../shared/domain/find.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { pageAfter, sealCursor } from './cursor.ts';

export type AskedWithin = {
  org: OrganizationId;
  /** The beginnings of words of those who are looked for. */
  q?: string;
  limit: number;
  cursor?: string;
};

/** Those of everybody who was not put away. */
export const notArchived = UserStatus.options.filter(status => status !== 'archived');

export async function usersWithin(
  which: Pick<UserFilter, 'groups' | 'projects' | 'customRoles'>,
  { org, q, limit, cursor }: AskedWithin,
  directory: DirectoryReader,
) {
  const filter = { statuses: notArchived, ...which, ...(q && { words: wordsIn(q) }) };
  const question = [org, 'within', filter];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const query = { filter, sort: 'name', descending: false, limit, after: page.after } as const;
  const { users, next } = await directory.listUsers(org, query);
  return { ok: true, users, nextCursor: next && sealCursor(next, question) } as const;
}
