/** What is read of projects, each under one key. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/api.ts';

export const projectQueries = {
  list: (org: string, cursor: string | undefined) =>
    queryOptions({
      queryKey: ['projects', org, cursor],
      queryFn: ({ signal }) => call('list-projects', { org, cursor }, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: (org: string, project: string) =>
    queryOptions({
      queryKey: ['project', org, project],
      queryFn: ({ signal }) => call('get-project', { org, project }, { signal }),
      refetchInterval: 30_000,
    }),
};
