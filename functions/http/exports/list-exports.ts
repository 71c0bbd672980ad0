import { isAlive, viewExport } from '../../../shared/domain/export.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listExports: UseCase<'list-exports'> = async ({ input }, { directory, clock }) => {
  const { org: organization, limit, cursor } = input;
  const question = [organization, 'exports'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const newestFirst = { limit, after: page.after, descending: true };
  const { items, next } = await directory.list({ of: 'export', organization }, newestFirst);
  const now = clock.now();
  const alive = items.filter(item => isAlive(item, now));
  return done({ items: alive.map(viewExport), nextCursor: next && sealCursor(next, question) });
};
