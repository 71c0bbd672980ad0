/** The organizations that one looks after: how many people are in each, and whether it is open. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import type { LookedAfterView } from '../../../shared/contract/looked-after.ts';
import { may } from '../../api/actor.ts';
import { lookedAfterQueries, type Staff, useStaff } from '../../api/looked-after.ts';
import { problemOf } from '../../api/problem.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { useListing } from '../../ui/use-listing.ts';
import { columnsFor } from './columns.tsx';
import { NoOrganizations } from './no-organizations.tsx';
import classes from './organizations.module.css';
import { useResume } from './use-turns.ts';

const loadCreate = async () => (await import('./create-drawer.tsx')).CreateDrawer;
const CreateDrawer = later(loadCreate);
const SuspendDialog = later(async () => (await import('./suspend-dialog.tsx')).SuspendDialog);

export function OrganizationsPage() {
  const { org = '' } = useParams();
  const staff = useStaff(org);
  return staff && may(staff.actor, 'organizations.read') ? <Organizations staff={staff} /> : <NotFound />;
}

/** What stands open over the list. */
type Over = { create: true } | { suspend: LookedAfterView };

function Organizations({ staff }: { staff: Staff }) {
  const { asked, change, pages } = useListing(['q']);
  const { q, cursor } = asked;
  const found = useQuery(lookedAfterQueries.organizations(staff, { q, cursor }));
  const [over, setOver] = useState<Over>();
  const resume = useResume();
  const create = may(staff.actor, 'organizations.create') ? () => setOver({ create: true }) : undefined;
  useShortcut('c', () => create?.());
  const close = () => setOver(undefined);
  return (
    <Page title={words.title} actions={create && <Create onClick={create} />}>
      <SearchField
        className={classes.search}
        label={words.search}
        value={q ?? ''}
        onSearch={text => change({ q: text }, true)}
      />
      <DataTable
        label={words.title}
        columns={columnsFor(staff, {
          onSuspend: suspend => setOver({ suspend }),
          onResume: ({ id }) => resume.mutate(id),
        })}
        rows={found.data?.items}
        idOf={({ id }) => id}
        problem={found.error ? problemOf(found.error) : undefined}
        onRetry={() => found.refetch()}
        stale={found.isPlaceholderData}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        empty={<NoOrganizations q={q} onClear={() => change({ q: undefined })} onCreate={create} />}
      />
      <div className={classes.pages}>
        <Pages {...pages(found.data?.nextCursor)} />
      </div>
      <Suspense>
        {over && 'create' in over && <CreateDrawer staff={staff} onClose={close} />}
        {over && 'suspend' in over && <SuspendDialog organization={over.suspend} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function Create({ onClick }: { onClick: () => void }) {
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={onClick}
      onPointerEnter={loadCreate}
      onFocus={loadCreate}
      aria-keyshortcuts="c"
    >
      {words.create}
    </Button>
  );
}
