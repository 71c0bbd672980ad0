/** The users of an organization: what is asked for in the address, one query, one table. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { usersTexts } from '../../texts/users.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { columnsOf } from './columns.tsx';
import { EmptyList } from './empty-list.tsx';
import { queryOf } from './list-state.ts';
import { ListTabs } from './list-tabs.tsx';
import { Paging, usePageSize } from './paging.tsx';
import { useListState } from './use-list-state.ts';
import { useUserActions } from './use-user-actions.ts';

const loadDrawer = async () => (await import('./invite-drawer.tsx')).InviteDrawer;
const InviteDrawer = later(loadDrawer);
const DeedDialog = later(async () => (await import('./deed-dialog.tsx')).DeedDialog);

export function UsersPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'users.read') ? <Users org={org} actor={actor} /> : <NotFound />;
}

/** Somebody may accept at any moment: what shows it is asked often. While nobody looks at the page, nothing is asked. */
const often = 4_000;
const seldom = 20_000;

/** Counting is cheap, and somebody who comes or goes moves a count: then the list is worth another look. */
function useRefetchWhenCountsMove(counts: object | undefined, refetch: () => unknown): void {
  const seen = JSON.stringify(counts);
  const before = useRef(seen);
  useEffect(() => {
    if (before.current !== undefined && before.current !== seen) refetch();
    before.current = seen;
  }, [seen, refetch]);
}

function Users({ org, actor }: { org: string; actor: Actor }) {
  const { list, page, change, next, previous } = useListState();
  const [limit] = usePageSize();
  const users = useQuery({
    ...queries.users(org, queryOf(list, limit)),
    refetchInterval: list.tab === 'pending' ? often : seldom,
  });
  const counts = useQuery({ ...queries.userCounts(org), refetchInterval: often });
  useRefetchWhenCountsMove(counts.data, users.refetch);
  const actions = useUserActions(actor);
  const [drawer, setDrawer] = useState<'never-opened' | 'open' | 'closed'>('never-opened');
  const mayInvite = may(actor, 'users.invite');
  const invite = mayInvite ? () => setDrawer('open') : undefined;
  useShortcut('c', () => invite?.());
  return (
    <Page
      title={usersTexts.users.title}
      aside={<Summary org={org} />}
      actions={invite && <InviteButton onClick={invite} />}
    >
      <ListTabs list={list} counts={counts.data} onChange={change} />
      <DataTable
        label={usersTexts.users.title}
        columns={columnsOf(list.tab, actions)}
        rows={users.data?.items}
        idOf={({ id }) => id}
        problem={users.error ? problemOf(users.error) : undefined}
        onRetry={() => users.refetch()}
        empty={<EmptyList tab={list.tab} onInvite={invite} />}
        sorting={{ key: 'name', descending: list.descending }}
        onSort={({ descending }) => change({ descending })}
        stale={users.isPlaceholderData || undefined}
      />
      <Paging
        page={page}
        onPrevious={previous}
        onNext={onNext(users.data?.nextCursor, next)}
        onResize={() => change({})}
      />
      <Suspense>
        {drawer !== 'never-opened' && (
          <InviteDrawer
            org={org}
            actor={actor}
            opened={drawer === 'open'}
            onClose={() => setDrawer('closed')}
            onInvited={() => list.tab !== 'pending' && change({ tab: 'pending', inactive: false })}
          />
        )}
        {actions.asked && <DeedDialog actions={actions} />}
      </Suspense>
    </Page>
  );
}

function onNext(cursor: string | undefined, next: (cursor: string) => void) {
  return cursor ? () => next(cursor) : undefined;
}

/** How many of the plan's seats are taken. */
function Summary({ org }: { org: string }) {
  const seats = useQuery(queries.organization(org)).data?.seats;
  return seats ? usersTexts.users.seats(formatNumber(seats.used), formatNumber(seats.total)) : null;
}

function InviteButton({ onClick }: { onClick: () => void }) {
  return (
    <Button
      leftSection={<IconUserPlus size={16} aria-hidden="true" />}
      onClick={onClick}
      onPointerEnter={loadDrawer}
      onFocus={loadDrawer}
      aria-keyshortcuts="c"
    >
      {usersTexts.users.invite}
    </Button>
  );
}
