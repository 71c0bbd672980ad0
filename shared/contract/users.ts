/** Users (memberships): one person in one organization. */
import * as z from 'zod/mini';
import { Access, CustomRoleIds, GroupIds, ProjectIds } from './access.ts';
import { Factor } from './factors.ts';
import { GroupId, OrganizationId, PersonId, ProjectId, RoleId } from './ids.ts';
import { InvitationView, LifeMinutes } from './invitations.ts';
import { Cursor, InOrganization, Limit } from './lists.ts';
import { Role } from './roles.ts';
import { SessionId } from './sessions.ts';
import { Email, Language, line, lines, Time } from './text.ts';

export const UserStatus = z.enum(['invited', 'active', 'inactive', 'archived']);
export type UserStatus = z.output<typeof UserStatus>;

/** Letters, digits and dashes; compared in lower case. */
export const Username = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(
      /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/,
      'may have letters, digits and dashes inside, at most 64',
    ),
  );

/**
 * An address that waits to be confirmed; until then the old one signs in. It is shown until it is confirmed, replaced or
 * called off, but after `expiresAt` nobody can confirm it.
 */
export const EmailChangeView = z.object({ email: Email, requestedAt: Time, expiresAt: Time });
export type EmailChangeView = z.output<typeof EmailChangeView>;

export const UserView = z.object({
  id: PersonId,
  organization: OrganizationId,
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string(),
  username: z.optional(z.string()),
  email: Email,
  role: Role,
  /** What they hold of the applications, beside custom roles and groups. Owners and admins hold everything. */
  access: Access,
  customRoles: z.array(z.object({ id: RoleId, name: z.string() })),
  groups: z.array(z.object({ id: GroupId, name: z.string() })),
  projects: z.array(z.object({ id: ProjectId, name: z.string() })),
  status: UserStatus,
  approved: z.boolean(),
  mfa: z.object({ required: z.boolean(), enrolled: z.array(Factor) }),
  /** Whether they may sign in from scripts, with their password and a registered application. */
  apiAccess: z.boolean(),
  pictureUrl: z.optional(z.string()),
  emailChange: z.optional(EmailChangeView),
  /** Whether this organization looks after the person's account: their address, password and second factors. */
  home: z.boolean(),
  createdAt: Time,
  lastActiveAt: z.optional(Time),
  invitation: z.optional(InvitationView),
  /** Goes up with every edit; the ETag. */
  version: z.int(),
});
export type UserView = z.output<typeof UserView>;

export const OnUser = { org: OrganizationId, user: PersonId };

export const CountUsers = z.strictObject(InOrganization);
export const UserCounts = z.record(UserStatus, z.int());

export const OneUser = z.strictObject(OnUser);

export const InviteUser = z.strictObject({
  ...InOrganization,
  firstName: line(100),
  lastName: line(100),
  email: Email,
  role: Role,
  username: z.optional(Username),
  displayName: z.optional(line(200)),
  /** Whoever is neither owner nor admin must have all, one permission or one custom role. */
  access: z._default(Access, { mode: 'custom', permissions: [] }),
  customRoles: z._default(CustomRoleIds, []),
  groups: z._default(GroupIds, []),
  /** Only for the role `user`. */
  projects: z._default(ProjectIds, []),
  expiresInMinutes: z.optional(LifeMinutes),
  note: z.optional(lines(2000)),
  language: z.optional(Language),
  requireMfa: z._default(z.boolean(), false),
  apiAccess: z._default(z.boolean(), false),
  /** `false` creates the user silently; the invitation can be sent later. */
  sendInvitation: z._default(z.boolean(), true),
});
export type InviteUser = z.output<typeof InviteUser>;

export const EditUser = z.strictObject({
  ...OnUser,
  firstName: z.optional(line(100)),
  lastName: z.optional(line(100)),
  displayName: z.optional(line(200)),
  /** Null takes it away. */
  username: z.optional(z.nullable(Username)),
  /** Away from `user`, it takes the projects away in the same step. */
  role: z.optional(Role),
  access: z.optional(Access),
  customRoles: z.optional(CustomRoleIds),
  groups: z.optional(GroupIds),
  projects: z.optional(ProjectIds),
  requireMfa: z.optional(z.boolean()),
  apiAccess: z.optional(z.boolean()),
});
export type EditUser = z.output<typeof EditUser>;

export const ChangeUserEmail = z.strictObject({ ...OnUser, email: Email });

export const OneUserSession = z.strictObject({ ...OnUser, session: SessionId });

/** A user who waits to be let in, in one of the organizations that a partner looks after. */
export const AwaitingView = z.object({
  organization: z.object({ id: OrganizationId, name: z.string() }),
  user: UserView,
});
export const ListApprovals = z.strictObject({ ...InOrganization, limit: Limit, cursor: Cursor });
export const ApprovalPage = z.object({ items: z.array(AwaitingView), nextCursor: z.optional(z.string()) });
