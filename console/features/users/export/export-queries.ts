/** What is read of an export: often while it is written, and then as often as its link needs to stay alive. */
import { queryOptions } from '@tanstack/react-query';
import type { ExportView } from '../../../../shared/contract/exports.ts';
import { call } from '../../../api/api.ts';

const often = 1_000;
/** A link lives ten minutes. */
const seldom = 4 * 60_000;

function isOver({ state }: ExportView): boolean {
  return state === 'done' || state === 'failed';
}

export const exportQueries = {
  one: (org: string, id: string) =>
    queryOptions({
      queryKey: ['export', org, id],
      queryFn: ({ signal }) => call('get-export', { org, export: id }, { signal }),
      // A window that was in the background for long comes back with a link that works.
      refetchOnWindowFocus: 'always',
      refetchInterval: ({ state: { data } }) => {
        if (!data || !isOver(data)) return often;
        return data.state === 'done' ? seldom : false;
      },
    }),
};
