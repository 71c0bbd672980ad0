/** What is kept of who may do what: the catalogue, custom roles, groups, content, projects, and the jobs about them. */
import * as z from 'zod/mini';
import { ContentId, ContentType } from '../contract/access.ts';
import { ApplicationKey, CataloguePermission, PermissionKey } from '../contract/catalogue.ts';
import { GroupId, OrganizationId, PersonId, ProjectId, RoleId } from '../contract/ids.ts';
import { Time } from '../contract/text.ts';
import { AssignedId } from './assigned-id.ts';
import { Export } from './model-exports.ts';
import { Import } from './model-imports.ts';
import { Job, JobSlice } from './model-jobs.ts';

const version = z.int();
const count = z._default(z.int(), 0);

/** That there is a catalogue, and which applications are in it. Its version is the whole catalogue's. */
export const CatalogueHead = z.object({
  type: z.literal('catalogue'),
  version,
  applications: z.array(ApplicationKey),
});
export type CatalogueHead = z.output<typeof CatalogueHead>;

/** One application of the catalogue, by itself, so that a question reads no more than it is about. */
export const Application = z.object({
  type: z.literal('application'),
  version,
  key: ApplicationKey,
  name: z.string(),
  permissions: z.array(CataloguePermission),
});
export type Application = z.output<typeof Application>;

export const CustomRole = z.object({
  /** Its own, within the policy's. */
  version,
  name: z.string(),
  description: z.optional(z.string()),
  permissions: z.array(PermissionKey),
  createdAt: Time,
});
export type CustomRole = z.output<typeof CustomRole>;

/**
 * What every custom role of an organization permits and which custom roles every group carries, in one item: a question
 * is answered from it in one round trip, however many roles and groups somebody has, and a change counts at once.
 */
export const AccessPolicy = z.object({
  type: z.literal('policy'),
  version,
  organization: OrganizationId,
  customRoles: z.record(RoleId, CustomRole),
  /** Only groups that carry something; a group that only has content carries no custom role. */
  groups: z.record(GroupId, z.array(RoleId)),
});
export type AccessPolicy = z.output<typeof AccessPolicy>;

/** A group; what custom roles it carries stands in the organization's policy. */
export const Group = z.object({
  type: z.literal('group'),
  version,
  organization: OrganizationId,
  id: GroupId,
  name: z.string(),
  description: z.optional(z.string()),
  externalId: z.optional(z.string()),
  createdAt: Time,
  // Noted beside the versioned state, in the transactions that change them:
  members: count,
  contents: count,
});
export type Group = z.output<typeof Group>;

/** Reserves a group's external id within an organization. */
export const ExternalIdReservation = z.object({
  type: z.literal('external-id'),
  version,
  organization: OrganizationId,
  externalId: z.string(),
  group: GroupId,
});
export type ExternalIdReservation = z.output<typeof ExternalIdReservation>;

export const Project = z.object({
  type: z.literal('project'),
  version,
  organization: OrganizationId,
  id: ProjectId,
  name: z.string(),
  description: z.optional(z.string()),
  createdAt: Time,
  // Noted beside the versioned state:
  members: count,
});
export type Project = z.output<typeof Project>;

/** That a user is in a group or project, or has a custom role, seen from there; the user says so, too. */
export const Assignment = z.object({
  type: z.literal('assignment'),
  version,
  organization: OrganizationId,
  to: AssignedId,
  user: PersonId,
});
export type Assignment = z.output<typeof Assignment>;

/** Content, with the groups that it is granted to. */
export const ContentEntry = z.object({
  type: z.literal('content'),
  version,
  organization: OrganizationId,
  contentType: ContentType,
  contentId: ContentId,
  name: z.string(),
  groups: z.array(GroupId),
});
export type ContentEntry = z.output<typeof ContentEntry>;

/** The same seen from a group. */
export const ContentGrant = z.object({
  type: z.literal('content-grant'),
  version,
  organization: OrganizationId,
  group: GroupId,
  contentType: ContentType,
  contentId: ContentId,
});
export type ContentGrant = z.output<typeof ContentGrant>;

export const accessEntities = [
  CatalogueHead,
  Application,
  AccessPolicy,
  Group,
  ExternalIdReservation,
  Project,
  Assignment,
  ContentEntry,
  ContentGrant,
  Job,
  JobSlice,
  Export,
  Import,
] as const;
