/** What is read of groups, each under one key. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/api.ts';

export const groupQueries = {
  list: (org: string, cursor: string | undefined) =>
    queryOptions({
      queryKey: ['groups', org, cursor],
      queryFn: ({ signal }) => call('list-groups', { org, cursor }, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: (org: string, group: string) =>
    queryOptions({
      queryKey: ['group', org, group],
      queryFn: ({ signal }) => call('get-group', { org, group }, { signal }),
      refetchInterval: 30_000,
    }),
  content: (org: string, group: string, cursor: string | undefined) =>
    queryOptions({
      queryKey: ['group-content', org, group, cursor],
      queryFn: ({ signal }) => call('list-group-content', { org, group, cursor }, { signal }),
      placeholderData: keepPreviousData,
    }),
  firstContent: (org: string, group: string) =>
    queryOptions({
      queryKey: ['group-content', org, group, 'first'],
      queryFn: ({ signal }) => call('list-group-content', { org, group, limit: 5 }, { signal }),
    }),
};
