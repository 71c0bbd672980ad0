/** The groups of an organization, by name. */
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { useCursor } from '../../ui/use-cursor.ts';
import { groupColumns } from './group-columns.tsx';
import { groupQueries } from './group-queries.ts';
import classes from './groups.module.css';

const CreateGroupDrawer = later(async () => (await import('./create-group-drawer.tsx')).CreateGroupDrawer);

export function GroupsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'groups.read') ? (
    <Groups org={org} mayManage={may(actor, 'groups.manage')} />
  ) : (
    <NotFound />
  );
}

function Groups({ org, mayManage }: { org: string; mayManage: boolean }) {
  const { cursor, pages } = useCursor();
  const groups = useQuery(groupQueries.list(org, cursor));
  const client = useQueryClient();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const begin = () => mayManage && setCreating(true);
  useShortcut('c', begin);
  const create = mayManage && (
    <Button onClick={begin} aria-keyshortcuts="c">
      {words.create}
    </Button>
  );
  return (
    <Page title={words.title} actions={groups.data?.items.length ? create : undefined}>
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.title}
        columns={groupColumns(org)}
        rows={groups.data?.items}
        idOf={({ id }) => id}
        problem={groups.error ? problemOf(groups.error) : undefined}
        onRetry={() => groups.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        stale={groups.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconUsersGroup stroke={1.75} />} title={words.empty.title} action={create}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(groups.data?.nextCursor)} />
      </div>
      <Suspense>
        {creating && (
          <CreateGroupDrawer
            org={org}
            onCreated={group => {
              client.setQueryData(groupQueries.one(org, group.id).queryKey, group);
              for (const key of ['groups', 'all-groups'])
                void client.invalidateQueries({ queryKey: [key, org] });
              navigate(`/o/${org}/groups/${group.id}`);
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </Suspense>
    </Page>
  );
}
