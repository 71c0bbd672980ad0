/** What the form of a project holds, and what is sent of it: only what was changed. */
import type { ProjectView } from '../../../shared/contract/projects.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';

export type ProjectValues = {
  name: string;
  /** Empty: none. */
  description: string;
};

export const emptyProject: ProjectValues = { name: '', description: '' };

export function valuesOf({ name, description = '' }: ProjectView): ProjectValues {
  return { name, description };
}

export function newProject(org: string, { name, description }: ProjectValues): SentTo<'create-project'> {
  return { org, name, ...(description.trim() && { description }) };
}

export function changesIn(
  org: string,
  { name, description }: ProjectValues,
  project: ProjectView,
): SentTo<'edit-project'> {
  const before = valuesOf(project);
  return {
    org,
    project: project.id,
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description: description.trim() || null }),
  };
}
