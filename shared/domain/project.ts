/** The law of projects: what one is, and what follows from making, changing and deleting it. */
import type { Action, Difference } from '../contract/events.ts';
import type { ProjectId } from '../contract/ids.ts';
import type { CreateProject, EditProject, ProjectView } from '../contract/projects.ts';
import type { Time } from '../contract/text.ts';
import { type Decision, differences, type EventDraft } from './decision.ts';
import type { Project } from './model-access.ts';
import { type Start, unassignJob } from './queue-job.ts';
import { next } from './user.ts';

export function viewProject({ id, name, description, members, createdAt, version }: Project): ProjectView {
  return { id, name, description, members, createdAt, version };
}

export function decideCreateProject(
  { org: organization, name, description }: CreateProject,
  { id, now }: { id: ProjectId; now: Time },
): Decision<ProjectView, never> {
  const project: Project = {
    type: 'project',
    version: 1,
    organization,
    id,
    name,
    description,
    createdAt: now,
    members: 0,
  };
  return {
    ok: true,
    changes: [{ do: 'create', entity: project }],
    events: [told('project.created', project, [{ field: 'name', after: name }])],
    answer: viewProject(project),
  };
}

/** An edit after which everything is as it was writes nothing. */
export function decideEditProject(
  project: Project,
  { name, description }: Omit<EditProject, 'org' | 'project'>,
): Decision<ProjectView, never> {
  const after = next(project, {
    name: name ?? project.name,
    description: description === null ? undefined : (description ?? project.description),
  });
  const changes = differences(project, after, ['name', 'description']);
  if (changes.length === 0) return { ok: true, changes: [], events: [], answer: viewProject(project) };
  return {
    ok: true,
    changes: [{ do: 'update', before: project, after }],
    events: [told('project.edited', project, changes)],
    answer: viewProject(after),
  };
}

/** From then on nobody works in it; a job takes it from its members. */
export function decideDeleteProject(project: Project, start: Start): Decision<undefined, never> {
  const { organization, id, name, members } = project;
  const unassigning = unassignJob(start, organization, { id, name }, members);
  return {
    ok: true,
    changes: [{ do: 'remove', entity: project }, ...unassigning.changes],
    events: [
      told('project.deleted', project, [
        { field: 'name', before: name },
        { field: 'job', after: start.id },
      ]),
      ...unassigning.events,
    ],
    answer: undefined,
  };
}

function told(action: Action, { organization, id }: Project, changes: Difference[]): EventDraft {
  return { organization, action, target: { type: 'project', id }, changes };
}
