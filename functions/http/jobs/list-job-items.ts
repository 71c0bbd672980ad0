import type { OrganizationId } from '../../../shared/contract/ids.ts';
import type { JobItemView } from '../../../shared/contract/jobs.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import type { JobItem } from '../../../shared/domain/model-jobs.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../../shared/ports/directory.ts';
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
  return done({
    items: await withNames(org, items, directory),
    nextCursor: next && sealCursor(next, question),
  });
};

/** What they are called now: a job keeps nobody's name. */
async function withNames(
  org: OrganizationId,
  items: readonly JobItem[],
  directory: DirectoryReader,
): Promise<JobItemView[]> {
  const users = await directory.get(...items.map(({ user }) => ref.user(org, user)));
  return items.map((item, i) => ({ ...item, name: users[i]?.displayName }));
}
