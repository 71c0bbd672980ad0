/** What is read of jobs: often while one runs, seldom otherwise. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { call } from '../../api/api.ts';

const often = 1_500;
const seldom = 15_000;

/** Whether a job goes no further. */
export function isOver({ state }: JobView): boolean {
  return state !== 'queued' && state !== 'running' && state !== 'paused';
}

/** Nobody works on what is paused. */
const rests = (job: JobView) => isOver(job) || job.state === 'paused';

const interval = (jobs: readonly JobView[] | undefined) => (jobs?.every(rests) === false ? often : seldom);

export const jobQueries = {
  list: (org: string, cursor?: string) =>
    queryOptions({
      queryKey: ['jobs', org, cursor],
      queryFn: ({ signal }) => call('list-jobs', { org, cursor }, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => interval(state.data?.items),
    }),
  one: (org: string, job: string) =>
    queryOptions({
      queryKey: ['job', org, job],
      queryFn: ({ signal }) => call('get-job', { org, job }, { signal }),
      refetchInterval: ({ state: { data } }) => {
        if (!data || !rests(data)) return often;
        return isOver(data) ? false : seldom;
      },
    }),
  /** What was read while it ran is not the last word. */
  items: (org: string, job: string, cursor: string | undefined, running: boolean) =>
    queryOptions({
      queryKey: ['job-items', org, job, cursor, running],
      queryFn: ({ signal }) => call('list-job-items', { org, job, cursor, limit: 25 }, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: running ? often * 2 : false,
    }),
};
