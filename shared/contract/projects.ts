/** Projects: content that is assigned to single users with the role `user`. */
import * as z from 'zod/mini';
import { PersonId, ProjectId } from './ids.ts';
import { InOrganization, PagedByName, PagedUsers, pageOf } from './lists.ts';
import { line, Time } from './text.ts';

export const ProjectView = z.object({
  id: ProjectId,
  name: z.string(),
  description: z.optional(z.string()),
  members: z.int(),
  createdAt: Time,
  version: z.int(),
});
export type ProjectView = z.output<typeof ProjectView>;

export const ProjectPage = pageOf(ProjectView);
export const ListProjects = z.strictObject({ ...InOrganization, ...PagedByName });
const OnProject = { ...InOrganization, project: ProjectId };
export const OneProject = z.strictObject(OnProject);

const decided = { name: line(100), description: line(300) };

export const CreateProject = z.strictObject({
  ...InOrganization,
  name: decided.name,
  description: z.optional(decided.description),
});
export type CreateProject = z.output<typeof CreateProject>;

export const EditProject = z.strictObject({
  ...OnProject,
  name: z.optional(decided.name),
  /** Null takes it away. */
  description: z.optional(z.nullable(decided.description)),
});
export type EditProject = z.output<typeof EditProject>;

export const ListProjectMembers = z.strictObject({ ...OnProject, ...PagedUsers });
export const OneProjectMember = z.strictObject({ ...OnProject, user: PersonId });
