/** The views that somebody has saved. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/api.ts';

export const viewQueries = {
  all: (org: string) =>
    queryOptions({
      queryKey: ['views', org],
      queryFn: async ({ signal }) => (await call('list-views', { org }, { signal })).items,
      staleTime: 60_000,
    }),
};
