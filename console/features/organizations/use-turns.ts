/** Closing an organization and opening it again; what is shown of it follows at once. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { notify, notifyProblem } from '../../ui/notices.tsx';

export function useSuspend(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (org: string) => call('suspend-organization', { org }),
    onSuccess: organization => {
      void showTurned(client, organization);
      onDone();
      notify(words.suspension.done(organization.name));
    },
  });
}

export function useResume() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (org: string) => call('resume-organization', { org }),
    onSuccess: organization => {
      void showTurned(client, organization);
      notify(words.resumed(organization.name));
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

async function showTurned(client: QueryClient, organization: OrganizationView): Promise<void> {
  const { id, suspendedAt, seats } = organization;
  const lists = { queryKey: ['organizations'] };
  // An answer that was asked for before the write would bring the old state back.
  await client.cancelQueries(lists);
  client.setQueryData(queries.organization(id).queryKey, organization);
  client.setQueriesData<OutputOf<'list-organizations'>>(
    lists,
    page =>
      page && {
        ...page,
        items: page.items.map(each => (each.id === id ? { ...each, suspendedAt, seats } : each)),
      },
  );
}
