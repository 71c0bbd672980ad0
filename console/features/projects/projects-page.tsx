/** The projects of an organization, by name. */
import { IconBriefcase } from '@tabler/icons-react';
import type { ProjectView } from '../../../shared/contract/projects.ts';
import { projectsTexts } from '../../texts/projects.ts';
import type { Column } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { Named } from '../../ui/named.tsx';
import { TeamsPage } from '../../ui/people/teams-page.tsx';
import { Day } from '../../ui/time.tsx';
import { projectQueries } from './project-queries.ts';

const CreateProjectDrawer = later(
  async () => (await import('./create-project-drawer.tsx')).CreateProjectDrawer,
);

export function ProjectsPage() {
  return (
    <TeamsPage
      kind="projects"
      words={projectsTexts}
      icon={<IconBriefcase stroke={1.75} />}
      columnsFor={projectColumns}
      queries={projectQueries}
      CreateDrawer={CreateProjectDrawer}
    />
  );
}

function projectColumns(org: string): Column<ProjectView>[] {
  const { columns } = projectsTexts;
  return [
    {
      key: 'name',
      title: columns.name,
      kind: 'lead',
      cell: ({ id, name, description }) => (
        <Named to={`/o/${org}/projects/${id}`} name={name} description={description} />
      ),
    },
    { key: 'members', title: columns.members, cell: ({ members }) => formatNumber(members) },
    { key: 'created', title: columns.created, cell: ({ createdAt }) => <Day time={createdAt} /> },
  ];
}
