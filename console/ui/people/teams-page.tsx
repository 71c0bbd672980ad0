/** The groups or the projects of an organization, by name, and the drawer that creates one. */
import { Button } from '@mantine/core';
import { type QueryKey, type UseQueryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Empty } from '../empty.tsx';
import { NotFound } from '../not-found.tsx';
import { Page } from '../page.tsx';
import { Pages } from '../pages.tsx';
import { useShortcut } from '../shortcuts.ts';
import { useCursor } from '../use-cursor.ts';
import classes from './teams-page.module.css';

type Found<T> = { items: T[]; nextCursor?: string };

type TeamsPageProps<T> = {
  /** What they are called in permissions, in the keys of queries and in addresses. */
  kind: 'groups' | 'projects';
  words: { title: string; lead: string; create: string; empty: { title: string; lead: string } };
  icon: ReactNode;
  columnsFor: (org: string) => Column<T>[];
  queries: {
    list: (
      org: string,
      cursor: string | undefined,
    ) => UseQueryOptions<Found<T>, Error, Found<T>, (string | undefined)[]>;
    one: (org: string, id: string) => { queryKey: QueryKey };
  };
  CreateDrawer: ComponentType<{ org: string; onCreated: (created: T) => void; onClose: () => void }>;
};

export function TeamsPage<T extends { id: string }>(props: TeamsPageProps<T>) {
  const { org = '' } = useParams();
  const actor = useActor(org);
  if (!actor || !may(actor, `${props.kind}.read`)) return <NotFound />;
  return <Teams {...props} org={org} mayManage={may(actor, `${props.kind}.manage`)} />;
}

type TeamsProps<T> = TeamsPageProps<T> & { org: string; mayManage: boolean };

function Teams<T extends { id: string }>(props: TeamsProps<T>) {
  const { words, icon, columnsFor, queries, CreateDrawer, org, mayManage } = props;
  const { cursor, pages } = useCursor();
  const teams = useQuery(queries.list(org, cursor));
  const showCreated = useShowCreated(props);
  const [creating, setCreating] = useState(false);
  const begin = () => mayManage && setCreating(true);
  useShortcut('c', begin);
  const create = mayManage && (
    <Button onClick={begin} aria-keyshortcuts="c">
      {words.create}
    </Button>
  );
  return (
    <Page title={words.title} actions={teams.data?.items.length ? create : undefined}>
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.title}
        columns={columnsFor(org)}
        rows={teams.data?.items}
        idOf={({ id }) => id}
        problem={teams.error ? problemOf(teams.error) : undefined}
        onRetry={() => teams.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        stale={teams.isPlaceholderData || undefined}
        empty={
          <Empty icon={icon} title={words.empty.title} action={create}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(teams.data?.nextCursor)} />
      </div>
      <Suspense>
        {creating && <CreateDrawer org={org} onCreated={showCreated} onClose={() => setCreating(false)} />}
      </Suspense>
    </Page>
  );
}

/** What was created is on its own page next, which need not ask for it, and in every list. */
function useShowCreated<T extends { id: string }>({ kind, queries, org }: TeamsProps<T>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (created: T) => {
    client.setQueryData(queries.one(org, created.id).queryKey, created);
    for (const key of [kind, `all-${kind}`]) void client.invalidateQueries({ queryKey: [key, org] });
    navigate(`/o/${org}/${kind}/${created.id}`);
  };
}
