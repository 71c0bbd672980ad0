/** What a list of users is asked for: words, filters and an order, in any combination. */
import * as z from 'zod/mini';
import { GroupId, ProjectId, RoleId } from './ids.ts';
import { DeliveryState } from './invitations.ts';
import { Cursor, InOrganization, Limit, severalOf } from './lists.ts';
import { Role } from './roles.ts';
import { line, Time } from './text.ts';
import { UserStatus, UserView } from './users.ts';

/** Whether somebody has set up a second factor. */
export const MfaState = z.enum(['enrolled', 'none']);
export type MfaState = z.output<typeof MfaState>;

/** `own`: the account is looked after by this organization; `guest`: by another one. */
export const UserType = z.enum(['own', 'guest']);
export type UserType = z.output<typeof UserType>;

/** Whether somebody who is invited can accept. `none`: it ran out, was revoked, or was never sent. */
export const InvitationHeld = z.enum(['open', 'none']);
export type InvitationHeld = z.output<typeof InvitationHeld>;

/** By what users are sorted; ascending, or with a dash before it descending. Whoever lacks it comes first. */
export const UserSort = z.enum(['name', 'username', 'email', 'role', 'createdAt', 'lastActiveAt']);
export type UserSort = z.output<typeof UserSort>;

/** Of each filter several values may be given, of which one must fit; all filters that are given must. */
export const UserFilter = {
  /** The beginnings of words of the name, the username or the address: all of them must fit. */
  q: z.optional(line(200)),
  status: z._default(severalOf(UserStatus), ['active']),
  role: z.optional(severalOf(Role)),
  type: z.optional(severalOf(UserType)),
  group: z.optional(severalOf(GroupId)),
  project: z.optional(severalOf(ProjectId)),
  customRole: z.optional(severalOf(RoleId)),
  mfa: z.optional(severalOf(MfaState)),
  /** Of the latest invitation's mail. */
  delivery: z.optional(severalOf(DeliveryState)),
  /** Of those who are invited; one that has run out counts as open for some minutes more. */
  invitation: z.optional(severalOf(InvitationHeld)),
  /** Whether the partner has let them in, where one must. */
  approved: z.optional(z.enum(['true', 'false'])),
  /** Last active at or after this moment. */
  activeFrom: z.optional(Time),
  /** Last active before this moment. */
  activeBefore: z.optional(Time),
};

export const ListUsers = z.strictObject({
  ...InOrganization,
  ...UserFilter,
  limit: Limit,
  cursor: Cursor,
  sort: z._default(z.enum(UserSort.options.flatMap(sort => [sort, `-${sort}` as const])), 'name'),
});
export type ListUsers = z.output<typeof ListUsers>;

/** A page may have fewer than were asked for, or none, and not be the last: whatever has a cursor goes on. */
export const UserPage = z.object({ items: z.array(UserView), nextCursor: z.optional(z.string()) });
