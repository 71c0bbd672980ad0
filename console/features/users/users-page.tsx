/** The users of an organization: what is asked for in the address, one query, one table. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import type { UserPage } from '../../api/user-pages.ts';
import { usersTexts } from '../../texts/users.ts';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { usePicks } from './bulk/picks.ts';
import { selectColumn } from './bulk/select-column.tsx';
import { columnsOf } from './columns.tsx';
import { EmptyList } from './empty-list.tsx';
import { ExportButton } from './export/export-button.tsx';
import { Toolbar } from './find/toolbar.tsx';
import { ImportButton } from './import-button.tsx';
import { everybody, onTab } from './list-state.ts';
import { ListTabs } from './list-tabs.tsx';
import { Paging } from './paging.tsx';
import { useInviteDrawer } from './use-invite-drawer.ts';
import { useListState } from './use-list-state.ts';
import { useUserActions } from './use-user-actions.ts';
import { useUsers } from './use-users.ts';
import { UserTable } from './user-table.tsx';

const loadDrawer = async () => (await import('./invite-drawer.tsx')).InviteDrawer;
const InviteDrawer = later(loadDrawer);
const BulkBar = later(async () => (await import('./bulk/bulk-bar.tsx')).BulkBar);
const DeedDialog = later(async () => (await import('./deed-dialog.tsx')).DeedDialog);

export function UsersPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'users.read') ? <Users org={org} actor={actor} /> : <NotFound />;
}

function Users({ org, actor }: { org: string; actor: Actor }) {
  const { list, page, change, next, skip, previous } = useListState();
  const { users, counts } = useUsers(org, list, () => change({}, { replace: true }));
  const picks = usePicks(list, users.data);
  const actions = useUserActions(actor);
  const mayInvite = may(actor, 'users.invite');
  const [drawer, setDrawer] = useInviteDrawer(mayInvite);
  const invite = mayInvite ? () => setDrawer('open') : undefined;
  useShortcut('c', () => invite?.());
  return (
    <Page
      title={usersTexts.users.title}
      aside={<Summary org={org} />}
      actions={
        <>
          <ImportButton org={org} actor={actor} />
          <ExportButton org={org} actor={actor} list={list} />
          {invite && <InviteButton onClick={invite} />}
        </>
      }
    >
      <ListTabs list={list} counts={counts} onChange={change} />
      <Toolbar org={org} actor={actor} list={list} change={change} />
      <UserTable
        list={list}
        change={change}
        users={users}
        columns={[...(may(actor, 'users.edit') ? [selectColumn(picks)] : []), ...columnsOf(list, actions)]}
        empty={<EmptyList list={list} onInvite={invite} onReset={() => change(everybody)} />}
        onNext={next}
        onSkip={skip}
      />
      <Paging
        page={page}
        onPrevious={previous}
        onNext={onNext(users.data, next)}
        onResize={() => change({})}
      />
      <Suspense>
        {drawer !== 'never-opened' && (
          <InviteDrawer
            org={org}
            actor={actor}
            opened={drawer === 'open'}
            onClose={() => setDrawer('closed')}
            onInvited={() => list.tab !== 'pending' && change({ ...onTab(list, 'pending'), ...everybody })}
          />
        )}
        {actions.asked && <DeedDialog actions={actions} />}
        {picks.any && <BulkBar org={org} actor={actor} picks={picks} />}
      </Suspense>
    </Page>
  );
}

/** Past a page on which nobody is leads what stands in its place. */
function onNext(page: UserPage | undefined, next: (cursor: string) => void) {
  const { items = [], nextCursor } = page ?? {};
  return nextCursor && items.length > 0 ? () => next(nextCursor) : undefined;
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
