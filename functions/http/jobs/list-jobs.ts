import { viewJob } from '../../../shared/domain/job.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listJobs: UseCase<'list-jobs'> = async ({ input }, { directory }) => {
  const { org: organization, limit, cursor } = input;
  const question = [organization, 'jobs'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const newestFirst = { limit, after: page.after, descending: true };
  const { items, next } = await directory.list({ of: 'job', organization }, newestFirst);
  return done({ items: items.map(viewJob), nextCursor: next && sealCursor(next, question) });
};
