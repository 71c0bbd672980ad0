/** One project, and who works in it. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ProjectView } from '../../../shared/contract/projects.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { membersTexts } from '../../texts/members.ts';
import { projectsTexts as words } from '../../texts/projects.ts';
import { t } from '../../texts/texts.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EditAndDelete } from '../../ui/edit-and-delete.tsx';
import { formatNumber } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Members } from '../../ui/people/members.tsx';
import type { Team } from '../../ui/people/team.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { projectQueries } from './project-queries.ts';
import classes from './projects.module.css';

const EditProjectDrawer = later(async () => (await import('./edit-project-drawer.tsx')).EditProjectDrawer);
const DeleteProjectDialog = later(
  async () => (await import('./delete-project-dialog.tsx')).DeleteProjectDialog,
);

type OfProject = { org: string; project: ProjectView; actor: Actor };

export function ProjectPage() {
  const { org = '', project: id = '' } = useParams();
  const actor = useActor(org);
  const project = useQuery(projectQueries.one(org, id));
  if (!actor) return <NotFound />;
  if (project.data) return <OneProject org={org} project={project.data} actor={actor} />;
  if (!project.error) return <Waiting />;
  const problem = problemOf(project.error);
  const hidden = ['not-found', 'validation-failed', 'not-allowed'].includes(problem.kind);
  return hidden ? <NotFound /> : <ProblemPage problem={problem} onRetry={() => project.refetch()} />;
}

function OneProject({ org, project, actor }: OfProject) {
  const [asked, setAsked] = useState<'edit' | 'delete'>();
  const navigate = useNavigate();
  const list = `/o/${org}/projects`;
  const close = () => setAsked(undefined);
  return (
    <Page
      title={project.name}
      before={<BackLink to={list}>{words.title}</BackLink>}
      aside={membersTexts.count(formatNumber(project.members))}
      actions={may(actor, 'projects.manage') && <EditAndDelete name={project.name} onAsk={setAsked} />}
    >
      {project.description && <p className={classes.lead}>{project.description}</p>}
      <Members team={teamOf({ org, project, actor })} />
      <Suspense>
        {asked === 'edit' && <EditProjectDrawer org={org} project={project} onClose={close} />}
        {asked === 'delete' && (
          <DeleteProjectDialog
            org={org}
            project={project}
            onDeleted={() => navigate(list, { replace: true })}
            onClose={close}
          />
        )}
      </Suspense>
    </Page>
  );
}

function teamOf({ org, project: { id: project, name }, actor }: OfProject): Team {
  return {
    ...{ org, name, actor, id: project, kind: 'project' },
    list: (cursor, signal) => call('list-project-members', { org, project, cursor }, { signal }),
    add: user => call('add-project-member', { org, project, user }),
    remove: user => call('remove-project-member', { org, project, user }),
  };
}

function Waiting() {
  return (
    <Page title={t.loading} heading={<Skeleton height={28} width={240} />}>
      <Skeleton height={300} radius="lg" />
    </Page>
  );
}
