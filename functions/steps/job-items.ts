import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import type { Job, JobItem, JobSlice } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader, PageQuery } from '../../shared/ports/directory.ts';

type Items = { items: JobItem[] /** Absent on the last page. */; next?: string };

/**
 * A page of the users of a job, over its slices: they are read one after the other until the page is full.
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
    const { items: slices, next } = await directory.list({ of: 'job-slice', ...of }, { limit: 1, after: at });
    const unseen = slices.flatMap(slice => slice.items).slice(left);
    const taken = unseen.slice(0, limit - items.length);
    items.push(...taken);
    if (taken.length < unseen.length) return { items, next: `${at ?? ''}/${left + taken.length}` };
    if (!next) return { items };
    if (items.length === limit) return { items, next: `${next}/0` };
    [at, left] = [next, 0];
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
