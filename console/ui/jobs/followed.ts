/** The jobs that whoever is signed in has started: followed from any page, until they have seen how each ended. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Me } from '../../../shared/contract/auth.ts';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { call } from '../../api/api.ts';
import { queries } from '../../api/queries.ts';
import { isOver } from './job-queries.ts';

/** Asked for with the other lists of jobs, when one has begun. */
export const followedJobs = (org: string) =>
  queryOptions({
    queryKey: ['jobs', org, undefined, 'followed'],
    queryFn: async ({ client, queryKey, signal }) => {
      const { items } = await call('list-jobs', { org, limit: 10 }, { signal });
      const me = client.getQueryData<Me>(queries.me().queryKey)?.person.id;
      const known = client.getQueryData<JobView[]>(queryKey) ?? [];
      const isNew = (job: JobView) => !isOver(job) && known.every(({ id }) => id !== job.id);
      return [...items.filter(job => job.startedBy === me && isNew(job)), ...known];
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Follows a job that has just begun. */
export async function followJob(client: QueryClient, org: string, job: JobView): Promise<void> {
  const { queryKey } = followedJobs(org);
  // An answer that was asked for before would take it away again.
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, (known = []) => [job, ...known.filter(({ id }) => id !== job.id)]);
  await client.invalidateQueries({ queryKey: ['jobs', org] });
}

/** Whoever is told how it ended has seen enough of it. */
export function unfollowJob(client: QueryClient, org: string, { id }: Pick<JobView, 'id'>): void {
  client.setQueryData(followedJobs(org).queryKey, known => known?.filter(job => job.id !== id));
}
