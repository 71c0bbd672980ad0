/** What is read of imports: often while a file is checked, and then as often as the links to its files need to stay alive. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportView, RowOutcome } from '../../../shared/contract/imports.ts';
import { call } from '../../api/api.ts';

const often = 1_000;
const nowAndThen = 5_000;
/** A link lives ten minutes. */
const seldom = 4 * 60_000;

const pauses: Readonly<Record<ImportView['state'], number | false>> = {
  'awaiting-file': nowAndThen,
  checking: often,
  'needs-columns': seldom,
  checked: seldom,
  committed: seldom,
  cancelled: false,
  failed: false,
};

export const importQueries = {
  list: (org: string, cursor?: string) =>
    queryOptions({
      queryKey: ['imports', org, cursor],
      queryFn: ({ signal }) => call('list-imports', { org, cursor }, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state: { data } }) =>
        data?.items.some(({ state }) => state === 'checking') ? nowAndThen : false,
    }),
  one: (org: string, id: string) =>
    queryOptions({
      queryKey: ['import', org, id],
      queryFn: ({ signal }) => call('get-import', { org, import: id }, { signal }),
      // A window that was in the background for long comes back with links that work.
      refetchOnWindowFocus: 'always',
      refetchInterval: ({ state: { data } }) => (data ? pauses[data.state] : often),
    }),
  rows: (org: string, id: string, asked: { outcome?: RowOutcome; cursor?: string }) =>
    queryOptions({
      queryKey: ['import-rows', org, id, asked],
      queryFn: ({ signal }) => call('list-import-rows', { org, import: id, ...asked }, { signal }),
      placeholderData: keepPreviousData,
    }),
};
