import { isAlive, viewImport } from '../../../shared/domain/import/import.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listImports: UseCase<'list-imports'> = async ({ input }, { directory, clock }) => {
  const { org: organization, limit, cursor } = input;
  const question = [organization, 'imports'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const newestFirst = { limit, after: page.after, descending: true };
  const { items, next } = await directory.list({ of: 'import', organization }, newestFirst);
  const now = clock.now();
  const alive = items.filter(item => isAlive(item, now));
  return done({ items: alive.map(viewImport), nextCursor: next && sealCursor(next, question) });
};
