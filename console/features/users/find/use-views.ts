/** Saving and deleting views. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '../../../../shared/contract/views.ts';
import { call } from '../../../api/api.ts';
import { problemOf } from '../../../api/problem.ts';
import { findTexts } from '../../../texts/find.ts';
import { notify, notifyProblem, notifyWithUndo } from '../../../ui/notices.tsx';
import { viewQueries } from './view-queries.ts';

export function useSaveView(org: string, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: SavedView) => save(client, org, view),
    onSuccess: (_, { name }) => {
      notify(findTexts.views.saved(name));
      onSaved();
    },
  });
}

/** At once, because it can be undone. */
export function useDeleteView(org: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name }: SavedView) => call('delete-view', { org, name }),
    onSuccess: async (_, view) => {
      const { queryKey } = viewQueries.all(org);
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, before => before?.filter(({ name }) => name !== view.name));
      notifyWithUndo(findTexts.views.deleted(view.name), () => {
        save(client, org, view).catch((thrown: unknown) => notifyProblem(problemOf(thrown)));
      });
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

async function save(client: QueryClient, org: string, view: SavedView): Promise<void> {
  const { queryKey } = viewQueries.all(org);
  const { items } = await call('save-view', { org, ...view });
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, items);
}
