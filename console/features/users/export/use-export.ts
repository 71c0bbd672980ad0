/** The export that somebody has asked for last: it goes on, and is found again, while the window is closed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentTo } from '../../../../shared/contract/routes.ts';
import { call } from '../../../api/api.ts';
import { useIdempotencyKey } from '../../../ui/idempotency-key.ts';
import { exportQueries } from './export-queries.ts';

type Wish = Omit<SentTo<'start-export'>, 'org'>;

/** By organization, as long as the console is not loaded anew. */
const last = new Map<string, string>();

export function useExport(org: string) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [{ id, turn }, setLast] = useState({ id: last.get(org), turn: 0 });
  const looked = useQuery({ ...exportQueries.one(org, id ?? ''), enabled: id !== undefined });
  const started = useMutation({
    // The same wish is another export once the one before was left.
    mutationFn: (wish: Wish) =>
      call('start-export', { org, ...wish }, { idempotencyKey: keyFor({ ...wish, turn }) }),
    onSuccess: it => {
      client.setQueryData(exportQueries.one(org, it.id).queryKey, it);
      last.set(org, it.id);
      setLast({ id: it.id, turn });
    },
  });
  const leave = () => {
    last.delete(org);
    setLast({ id: undefined, turn: turn + 1 });
  };
  return {
    /** Undefined while nothing was asked for. */
    it: id === undefined ? undefined : looked.data,
    asked: id !== undefined,
    start: started.mutate,
    starting: started.isPending,
    error: id === undefined ? started.error : looked.error,
    leave,
  };
}
