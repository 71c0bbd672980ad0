/** Users (memberships): one person in one organization. */
import * as z from 'zod/mini';
import { OrganizationId, PersonId } from './ids.ts';
import { InvitationView, LifeMinutes } from './invitations.ts';
import { Role } from './roles.ts';
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

export const UserView = z.object({
  id: PersonId,
  organization: OrganizationId,
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string(),
  username: z.optional(z.string()),
  email: Email,
  role: Role,
  status: UserStatus,
  approved: z.boolean(),
  createdAt: Time,
  lastActiveAt: z.optional(Time),
  invitation: z.optional(InvitationView),
  /** Goes up with every edit; the ETag. */
  version: z.int(),
});
export type UserView = z.output<typeof UserView>;

export const InOrganization = { org: OrganizationId };
const OnUser = { org: OrganizationId, user: PersonId };

/** A query value may be given once or several times. */
const severalOf = <T extends z.ZodMiniType>(one: T) =>
  z.pipe(
    z.union([one, z.array(one).check(z.maxLength(20, 'has more than 20 values'))]),
    z.transform(given => (Array.isArray(given) ? given : [given]) as z.output<T>[]),
  );

export const ListUsers = z.strictObject({
  ...InOrganization,
  status: z._default(severalOf(UserStatus), ['active']),
  limit: z._default(
    z.coerce
      .number()
      .check(z.int('is not a whole number'), z.gte(1, 'is less than 1'), z.lte(200, 'is more than 200')),
    50,
  ),
  cursor: z.optional(z.string().check(z.maxLength(1000, 'is not a cursor of ours'))),
  sort: z._default(z.enum(['name', '-name']), 'name'),
});
export type ListUsers = z.output<typeof ListUsers>;

export const UserPage = z.object({ items: z.array(UserView), nextCursor: z.optional(z.string()) });

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
  expiresInMinutes: z.optional(LifeMinutes),
  note: z.optional(lines(2000)),
  language: z.optional(Language),
  /** `false` creates the user silently; the invitation can be sent later. */
  sendInvitation: z._default(z.boolean(), true),
});
export type InviteUser = z.output<typeof InviteUser>;

export const SendInvitation = z.strictObject({
  ...OnUser,
  /** Corrects the address of somebody who has never accepted, for example after a bounce. */
  email: z.optional(Email),
  expiresInMinutes: z.optional(LifeMinutes),
  note: z.optional(lines(2000)),
});

export const ExtendInvitation = z.strictObject({ ...OnUser, expiresInMinutes: LifeMinutes });

export const InvitationLink = z.object({ link: z.string(), expiresAt: Time });
