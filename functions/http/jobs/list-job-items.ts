import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';
import { itemsOfJob } from '../../steps/job-items.ts';

export const listJobItems: UseCase<'list-job-items'> = async ({ input }, { directory }) => {
  const { org, job: id, limit, cursor } = input;
  const question = [org, id, 'items'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const [[job], { items, next }] = await Promise.all([
    directory.get(ref.job(org, id)),
    itemsOfJob({ organization: org, job: id }, { limit, after: page.after }, directory),
  ]);
  if (!job) return refuse('not-found');
  return done({ items, nextCursor: next && sealCursor(next, question) });
};
