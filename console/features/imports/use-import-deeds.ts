/** What can be done with an import: check it anew, discard it, or do what it was found to come to. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ImportView } from '../../../shared/contract/imports.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { notifyProblem } from '../../ui/notices.tsx';
import { showImport } from './show-import.ts';

type Check = Partial<Pick<SentTo<'check-import'>, 'sendInvitations' | 'columns'>>;

/** What is not said stays as it was when the file was checked before. */
export function useCheck(org: string, it: ImportView) {
  const columns = it.columns.map(({ column }) => column ?? null);
  const before = {
    sendInvitations: it.sendInvitations,
    ...(it.state !== 'failed' && columns.length > 0 && { columns }),
  };
  const client = useQueryClient();
  const navigate = useNavigate();
  return useDeed(org, it, async (check: Check) => {
    const after = await call('check-import', { org, import: it.id, ...before, ...check });
    // The rows are others from here on, and so are their pages.
    client.removeQueries({ queryKey: ['import-rows', org, it.id] });
    await navigate({ search: '' }, { replace: true });
    return after;
  });
}

export function useDiscard(org: string, it: ImportView) {
  return useDeed(org, it, () => call('cancel-import', { org, import: it.id }));
}

export function useCommit(org: string, it: ImportView) {
  return useDeed(org, it, () => call('commit-import', { org, import: it.id }));
}

function useDeed<V = void>(org: string, { id }: ImportView, mutationFn: (wish: V) => Promise<ImportView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async after => {
      await showImport(client, org, after);
      if (!after.job) return;
      // What is followed at the foot of the window is found among the jobs.
      await client.invalidateQueries({ queryKey: ['jobs', org] });
    },
    onError: thrown => {
      notifyProblem(problemOf(thrown));
      // Somebody else may have been faster.
      void client.invalidateQueries({ queryKey: ['import', org, id] });
    },
  });
}
