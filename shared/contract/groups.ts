/** Groups: people under one name, with custom roles and content. */
import * as z from 'zod/mini';
import { ContentId, ContentType, several } from './access.ts';
import { GroupId, PersonId, RoleId } from './ids.ts';
import { InOrganization, Paged, PagedByName, PagedUsers, pageOf } from './lists.ts';
import { Role } from './roles.ts';
import { line, Time } from './text.ts';
import { UserStatus } from './users.ts';

/** How many custom roles a group may carry. */
const mostRoles = 10;

export const GroupView = z.object({
  id: GroupId,
  name: z.string(),
  description: z.optional(z.string()),
  /** What another system calls it; no two groups of an organization have the same. */
  externalId: z.optional(z.string()),
  customRoles: z.array(z.object({ id: RoleId, name: z.string() })),
  /** How many users, in whatever status but archived, and how much content. */
  members: z.int(),
  contents: z.int(),
  createdAt: Time,
  version: z.int(),
});
export type GroupView = z.output<typeof GroupView>;

export const GroupPage = pageOf(GroupView);
export const ListGroups = z.strictObject({ ...InOrganization, ...PagedByName });
const OnGroup = { ...InOrganization, group: GroupId };
export const OneGroup = z.strictObject(OnGroup);

const decided = {
  name: line(100),
  description: line(300),
  externalId: line(128),
  customRoles: several(RoleId, mostRoles, 'custom roles'),
};

export const CreateGroup = z.strictObject({
  ...InOrganization,
  name: decided.name,
  description: z.optional(decided.description),
  externalId: z.optional(decided.externalId),
  customRoles: z._default(decided.customRoles, []),
});
export type CreateGroup = z.output<typeof CreateGroup>;

export const EditGroup = z.strictObject({
  ...OnGroup,
  name: z.optional(decided.name),
  /** Null takes it away, as with the external id. */
  description: z.optional(z.nullable(decided.description)),
  externalId: z.optional(z.nullable(decided.externalId)),
  customRoles: z.optional(decided.customRoles),
});
export type EditGroup = z.output<typeof EditGroup>;

/** Somebody in a list of members. */
export const MemberView = z.object({
  id: PersonId,
  displayName: z.string(),
  email: z.string(),
  role: Role,
  status: UserStatus,
  pictureUrl: z.optional(z.string()),
});
export type MemberView = z.output<typeof MemberView>;
export const MemberPage = pageOf(MemberView);

export const ListMembers = z.strictObject({ ...OnGroup, ...PagedUsers });
export const OneMember = z.strictObject({ ...OnGroup, user: PersonId });

const people = several(PersonId, 5000, 'users');

/** Any number of users at once, as a job. */
export const ChangeMembers = z
  .strictObject({ ...OnGroup, add: z._default(people, []), remove: z._default(people, []) })
  .check(
    z.refine(({ add, remove }) => add.length + remove.length > 0, 'names nobody to add or to remove'),
    z.refine(
      ({ add, remove }) => !add.some(id => remove.includes(id)),
      'names somebody both to add and to remove',
    ),
  );
export type ChangeMembers = z.output<typeof ChangeMembers>;

export const ContentView = z.object({ type: ContentType, id: ContentId, name: z.string() });
export type ContentView = z.output<typeof ContentView>;
export const ContentPage = pageOf(ContentView);
export const ListContent = z.strictObject({ ...OnGroup, ...Paged });

/** By the path: `…/content/folder/2024-reports`. */
const OnContent = { ...OnGroup, type: ContentType, id: ContentId };
export const PutContent = z.strictObject({ ...OnContent, name: line(200) });
export const OneContent = z.strictObject(OnContent);
