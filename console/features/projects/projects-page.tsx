/** The projects of an organization, by name. */
import { Button } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ProjectView } from '../../../shared/contract/projects.ts';
import { may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { projectsTexts as words } from '../../texts/projects.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { Named } from '../../ui/named.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { Day } from '../../ui/time.tsx';
import { useCursor } from '../../ui/use-cursor.ts';
import { projectQueries } from './project-queries.ts';
import classes from './projects.module.css';

const CreateProjectDrawer = later(
  async () => (await import('./create-project-drawer.tsx')).CreateProjectDrawer,
);

export function ProjectsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'projects.read') ? (
    <Projects org={org} mayManage={may(actor, 'projects.manage')} />
  ) : (
    <NotFound />
  );
}

function Projects({ org, mayManage }: { org: string; mayManage: boolean }) {
  const { cursor, pages } = useCursor();
  const projects = useQuery(projectQueries.list(org, cursor));
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
    <Page title={words.title} actions={projects.data?.items.length ? create : undefined}>
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.title}
        columns={columns(org)}
        rows={projects.data?.items}
        idOf={({ id }) => id}
        problem={projects.error ? problemOf(projects.error) : undefined}
        onRetry={() => projects.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        stale={projects.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconBriefcase stroke={1.75} />} title={words.empty.title} action={create}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(projects.data?.nextCursor)} />
      </div>
      <Suspense>
        {creating && (
          <CreateProjectDrawer
            org={org}
            onCreated={project => {
              client.setQueryData(projectQueries.one(org, project.id).queryKey, project);
              for (const key of ['projects', 'all-projects'])
                void client.invalidateQueries({ queryKey: [key, org] });
              navigate(`/o/${org}/projects/${project.id}`);
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function columns(org: string): Column<ProjectView>[] {
  const titles = words.columns;
  return [
    {
      key: 'name',
      title: titles.name,
      kind: 'lead',
      cell: ({ id, name, description }) => (
        <Named to={`/o/${org}/projects/${id}`} name={name} description={description} />
      ),
    },
    { key: 'members', title: titles.members, cell: ({ members }) => formatNumber(members) },
    { key: 'created', title: titles.created, cell: ({ createdAt }) => <Day time={createdAt} /> },
  ];
}
