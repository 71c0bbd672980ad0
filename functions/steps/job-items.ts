import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import type { Job, JobItem, JobSlice } from '../../shared/domain/model-jobs.ts';
import { bulkInSlice } from '../../shared/domain/queue-job.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader, PageQuery } from '../../shared/ports/directory.ts';

type Items = { items: JobItem[] /** Absent on the last page. */; next?: string };

/**
 * A page of the users of a job, over its slices.
 * A position is that of the slice that is wholly before the page, if one is, and how many users of the next one are.
 */
export async function itemsOfJob(
  of: { organization: OrganizationId; job: JobId },
  { limit, after = '/0' }: Pick<PageQuery, 'limit' | 'after'>,
  directory: DirectoryReader,
): Promise<Items> {
  const [before = '', skipped = '0'] = after.split('/');
  const items: JobItem[] = [];
  let [at, left]: [string | undefined, number] = [before || undefined, Number(skipped)];
  for (;;) {
    const most = 1 + Math.ceil((limit - items.length) / bulkInSlice);
    const page = await directory.list({ of: 'job-slice', ...of }, { limit: most, after: at });
    for (const [i, slice] of page.items.entries()) {
      const unseen = slice.items.slice(left);
      const taken = unseen.slice(0, limit - items.length);
      items.push(...taken);
      if (taken.length < unseen.length) return { items, next: `${at ?? ''}/${left + taken.length}` };
      [at, left] = [page.positions[i], 0];
      const isLast = !page.next && i === page.items.length - 1;
      if (items.length === limit && !isLast) return { items, next: `${at}/0` };
    }
    if (!page.next) return { items };
  }
}

/** The slice whose turn it is, and who of it is waiting still. */
export async function sliceUnderWay(
  { organization, id, done }: Job,
  directory: DirectoryReader,
): Promise<{ slice: JobSlice; waiting: JobItem[] }> {
  const [slice] = await directory.get(ref.jobSlice(organization, id, done));
  if (!slice) throw new Error(`${id} has no slice ${done}`);
  return { slice, waiting: slice.items.filter(({ outcome }) => outcome === 'waiting') };
}
