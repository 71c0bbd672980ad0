/** Custom roles: named sets of permissions that an organization defines. */
import * as z from 'zod/mini';
import { PermissionKeys } from './access.ts';
import { PermissionKey } from './catalogue.ts';
import { GroupId, PersonId, RoleId } from './ids.ts';
import { InOrganization, PagedUsers, pageOf } from './lists.ts';
import { line, Time } from './text.ts';

export const CustomRoleView = z.object({
  id: RoleId,
  name: z.string(),
  description: z.optional(z.string()),
  permissions: z.array(PermissionKey),
  createdAt: Time,
  version: z.int(),
});
export type CustomRoleView = z.output<typeof CustomRoleView>;

/** All of them: there are at most a hundred. */
export const CustomRoleList = z.object({ items: z.array(CustomRoleView) });

export const ListCustomRoles = z.strictObject(InOrganization);
const OnRole = { ...InOrganization, role: RoleId };
export const OneCustomRole = z.strictObject(OnRole);

const decided = { name: line(60), description: line(200), permissions: PermissionKeys };

export const CreateCustomRole = z.strictObject({
  ...InOrganization,
  ...decided,
  description: z.optional(decided.description),
});
export type CreateCustomRole = z.output<typeof CreateCustomRole>;

export const EditCustomRole = z.strictObject({
  ...OnRole,
  name: z.optional(decided.name),
  /** Null takes it away. */
  description: z.optional(z.nullable(decided.description)),
  permissions: z.optional(decided.permissions),
});
export type EditCustomRole = z.output<typeof EditCustomRole>;

/** Who has it: users to whom it was given, a page at a time, and the groups that carry it. */
export const ListRoleHolders = z.strictObject({ ...OnRole, ...PagedUsers });
export const RoleHolders = z.object({
  ...pageOf(z.object({ id: PersonId, displayName: z.string(), email: z.string() })).shape,
  /** All of them, with how many users each has. */
  groups: z.array(z.object({ id: GroupId, name: z.string(), members: z.int() })),
});
