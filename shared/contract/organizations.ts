/** Organizations: the tenants, their settings, and what of their plan is used. */
import * as z from 'zod/mini';
import { Factor } from './factors.ts';
import { OrganizationId } from './ids.ts';
import { LifeMinutes } from './invitations.ts';
import { InOrganization } from './lists.ts';
import { Email, Language, line, Time } from './text.ts';

export const OneOrganization = z.strictObject(InOrganization);

export const OrganizationKind = z.enum(['customer', 'partner', 'operator']);

export const Seats = z.object({ used: z.int(), total: z.int() });

export const OrganizationView = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  /** Since when nobody gets in. */
  suspendedAt: z.optional(Time),
  plan: z.string(),
  seats: Seats,
  /** How long an invitation lives where nothing else is said. */
  invitationLifeMinutes: z.int(),
  /** After so long without anybody at the keyboard the console signs out. */
  idleSignOutMinutes: z.optional(z.int()),
  /** Whether the plan lets users sign in from scripts. */
  apiAccess: z.boolean(),
  requireMfa: z.boolean(),
});
export type OrganizationView = z.output<typeof OrganizationView>;

/** A domain of email addresses, such as example.com. */
const Domain = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(253, 'is longer than 253 characters'),
    z.regex(
      /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
      'is not a domain such as example.com',
    ),
  );

/** 5 minutes to a day. */
const IdleMinutes = z
  .int()
  .check(z.gte(5, 'is less than 5 minutes'), z.lte(24 * 60, 'is more than a day (1,440 minutes)'));

export const Contacts = z.strictObject({
  /** Who is asked about the people of the organization; a partner's hears of users to approve. */
  administrative: z.optional(Email),
  technical: z.optional(Email),
  billing: z.optional(Email),
  security: z.optional(Email),
});

export const Company = z.strictObject({
  address: z.optional(line(300)),
  website: z.optional(
    z
      .url({ protocol: /^https?$/, error: 'is not an address such as https://example.com' })
      .check(z.maxLength(300, 'is longer than 300 characters')),
  ),
});

/** What an organization's administrators decide. */
const Decided = {
  name: line(200),
  /** Replaced as a whole, as the contacts are. */
  company: Company,
  contacts: Contacts,
  invitationLifeMinutes: LifeMinutes,
  /** Only addresses of these domains are invited; empty: any. */
  allowedEmailDomains: z.array(Domain).check(z.maxLength(100, 'has more than 100 domains')),
  /** What may be enrolled; whoever has enrolled another before keeps it until it is removed. */
  allowedFactors: z.array(Factor).check(z.minLength(1, 'must name at least one'), z.maxLength(2)),
  /** Everybody must have a second factor. */
  requireMfa: z.boolean(),
  /** Null: never. */
  idleSignOutMinutes: z.nullable(IdleMinutes),
  language: Language,
};

export const SettingsView = z.object({
  id: OrganizationId,
  ...Decided,
  /** Who must approve each new user before their first sign-in. */
  approvingPartner: z.optional(z.object({ id: OrganizationId, name: z.string() })),
  plan: z.object({
    name: z.string(),
    seats: z.int(),
    apiAccess: z.boolean(),
    invitationsPerHour: z.int(),
  }),
  version: z.int(),
});
export type SettingsView = z.output<typeof SettingsView>;

export const EditSettings = z.strictObject({ ...InOrganization, ...z.partial(z.object(Decided)).shape });
export type EditSettings = z.output<typeof EditSettings>;

export const UsageView = z.object({
  seats: Seats,
  /** Of the present hour by the clock (UTC). */
  invitations: z.object({ used: z.int(), limit: z.int(), resetsAt: Time }),
  apiUsers: z.int(),
});
