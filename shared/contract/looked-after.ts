/** Organizations as those see and found them who look after several: the operator, and partners. */
import * as z from 'zod/mini';
import { OrganizationId } from './ids.ts';
import { Limit, PagedByName, pageOf, severalOf } from './lists.ts';
import { OrganizationKind, Seats } from './organizations.ts';
import { Email, Language, line, Time } from './text.ts';
import { UserStatus, UserView } from './users.ts';

/** By whom a list over several organizations is asked: a partner; left out, the operator. */
const ByStaff = { partner: z.optional(OrganizationId) };

/** An organization in the list of those who look after it. */
export const LookedAfterView = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  plan: z.string(),
  seats: Seats,
  active: z.int(),
  invited: z.int(),
  partner: z.optional(z.object({ id: OrganizationId, name: z.string() })),
  /** Whether that partner approves each new user. */
  needsApproval: z.boolean(),
  suspendedAt: z.optional(Time),
  createdAt: Time,
});
export type LookedAfterView = z.output<typeof LookedAfterView>;

export const ListOrganizations = z.strictObject({
  ...ByStaff,
  ...PagedByName,
});
export const OrganizationPage = pageOf(LookedAfterView);

export const PlanName = z.enum(['starter', 'team', 'enterprise']);

export const CreateOrganization = z.strictObject({
  ...ByStaff,
  name: line(200),
  /** Only the operator founds partners. */
  kind: z._default(z.enum(['customer', 'partner']), 'customer'),
  plan: PlanName,
  seats: z.int().check(z.gte(1, 'is less than 1'), z.lte(1_000_000, 'is more than 1,000,000')),
  language: z.optional(Language),
  /** Who looks after it, where the operator founds it; what a partner founds, it looks after itself. */
  lookedAfterBy: z.optional(OrganizationId),
  /** Whether the partner approves each new user before their first sign-in. */
  needsApproval: z._default(z.boolean(), false),
  /** Is invited at once. */
  owner: z.strictObject({ firstName: line(100), lastName: line(100), email: Email }),
});
export type CreateOrganization = z.output<typeof CreateOrganization>;

/** What is asked of the users of one organization, and not of those of all. */
const onlyWithin = (field: 'q' | 'status') =>
  z.refine<{ organization?: unknown; q?: unknown; status?: unknown }>(
    asked => asked[field] === undefined || asked.organization !== undefined,
    { path: [field], error: 'is asked of one organization: name it, too' },
  );

/** The users of all organizations that one looks after, or of one of them. */
export const ListAllUsers = z
  .strictObject({
    ...ByStaff,
    limit: Limit,
    /** As every cursor, and longer: it ends at a user of an organization. */
    cursor: z.optional(z.string().check(z.maxLength(4000, 'is not a cursor of ours'))),
    organization: z.optional(OrganizationId),
    /** Of one organization, the users with these beginnings of words of name, username or address. */
    q: z.optional(line(200)),
    /** Of one organization, the users in these; otherwise everybody but those in the archive. */
    status: z.optional(severalOf(UserStatus)),
    /** Of the organization; within one, users are sorted by name. */
    sort: z._default(z.enum(['organization', '-organization']), 'organization'),
  })
  .check(onlyWithin('q'), onlyWithin('status'));
/** A page may be shorter than asked for, and not be the last. */
export const AllUsersPage = pageOf(
  z.object({ organization: z.object({ id: OrganizationId, name: z.string() }), user: UserView }),
);
