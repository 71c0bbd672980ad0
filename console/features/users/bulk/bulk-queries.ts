/** What is asked before something is done to many users. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/api.ts';
import type { BulkDeed } from './deeds.ts';
import type { Filter, Selection } from './picks.ts';

export const bulkQueries = {
  /** Each time anew, and not again while it is read. */
  preview: (org: string, deed: BulkDeed | undefined, selection: Selection) =>
    queryOptions({
      queryKey: ['bulk-preview', org, deed, selection],
      queryFn: ({ signal }) =>
        deed ? call('preview-bulk', { org, deed, selection }, { signal }) : Promise.reject(),
      enabled: deed !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  /** How many match: whatever would be done to them, as many are meant. */
  matching: (org: string, filter: Filter) =>
    queryOptions({
      queryKey: ['bulk-matching', org, filter],
      queryFn: ({ signal }) =>
        call(
          'preview-bulk',
          { org, deed: { action: 'require-mfa', required: true }, selection: { filter } },
          { signal },
        ),
      staleTime: 30_000,
    }),
};
