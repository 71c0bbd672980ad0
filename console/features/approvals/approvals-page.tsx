/** The users who wait for the approval of this organization, wherever it is asked for. */
import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { may, useActor } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { approvalsTexts } from '../../texts/approvals.ts';
import { t } from '../../texts/texts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { notify, notifyProblem } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { Person } from '../../ui/person.tsx';
import { Status } from '../../ui/status.tsx';
import { Ago } from '../../ui/time.tsx';
import classes from './approvals.module.css';

type Awaiting = OutputOf<'list-approvals'>['items'][number];

export function ApprovalsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'approvals.read') ? <Approvals org={org} /> : <NotFound />;
}

function Approvals({ org }: { org: string }) {
  // The cursors of the pages so far: going back needs those before.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const awaiting = useQuery(queries.approvals(org, cursors.at(-1)));
  const approve = useApprove(org);
  const { nextCursor } = awaiting.data ?? {};
  return (
    <Page title={approvalsTexts.title}>
      <p className={classes.lead}>{approvalsTexts.lead}</p>
      <DataTable
        label={approvalsTexts.title}
        columns={columns(approve)}
        rows={awaiting.data?.items}
        idOf={({ organization, user }) => `${organization.id} ${user.id}`}
        problem={awaiting.error ? problemOf(awaiting.error) : undefined}
        onRetry={() => awaiting.refetch()}
        stale={awaiting.isPlaceholderData}
        sorting={{ key: 'person', descending: false }}
        onSort={() => undefined}
        empty={
          <Empty icon={<IconUserCheck />} title={approvalsTexts.empty.title}>
            {approvalsTexts.empty.lead}
          </Empty>
        }
      />
      <Pages
        page={cursors.length + 1}
        onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
        onNext={nextCursor ? () => setCursors([...cursors, nextCursor]) : undefined}
      />
    </Page>
  );
}

function useApprove(org: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ organization, user }: Awaiting) =>
      call('approve-user', { org: organization.id, user: user.id }),
    onSuccess: (user, { organization }) => {
      notify(approvalsTexts.approved(user.displayName, organization.name));
      // The index behind the list lags a moment: who is approved goes from what is shown.
      client.setQueriesData<OutputOf<'list-approvals'>>(
        { queryKey: ['approvals', org] },
        page => page && { ...page, items: page.items.filter(item => item.user.id !== user.id) },
      );
    },
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
}

function columns(approve: ReturnType<typeof useApprove>): Column<Awaiting>[] {
  const { columns: titles } = approvalsTexts;
  return [
    { key: 'person', title: titles.person, kind: 'lead', cell: ({ user }) => <Person person={user} /> },
    {
      key: 'organization',
      title: titles.organization,
      cell: ({ organization }) => <bdi className={classes.organization}>{organization.name}</bdi>,
    },
    { key: 'role', title: titles.role, cell: ({ user }) => t.roles[user.role].name },
    { key: 'status', title: titles.status, cell: ({ user }) => <Where status={user.status} /> },
    { key: 'since', title: titles.since, cell: ({ user }) => <Ago time={user.createdAt} /> },
    {
      key: 'approve',
      title: titles.approve,
      cell: awaiting => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={approvalsTexts.approveOf(awaiting.user.displayName)}
          loading={approve.isPending && approve.variables?.user.id === awaiting.user.id}
          onClick={() => approve.mutate(awaiting)}
        >
          {approvalsTexts.approve}
        </Button>
      ),
    },
  ];
}

function Where({ status }: { status: Awaiting['user']['status'] }) {
  return status === 'active' ? (
    <Status tone="waiting">{approvalsTexts.accepted}</Status>
  ) : (
    <Status tone="faint">{approvalsTexts.invited}</Status>
  );
}
