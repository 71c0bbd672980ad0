/** The invitation as callers see it, and what its link is used for. */
import * as z from 'zod/mini';
import { InvitationId, OrganizationId, PersonId } from './ids.ts';
import { Role } from './roles.ts';
import { Email, Language, LinkToken, line, Password, Telephone, Time } from './text.ts';

/** Computed from what is stored and the clock, never stored itself. */
export const InvitationState = z.enum(['not-sent', 'pending', 'expired', 'revoked', 'accepted']);
export type InvitationState = z.output<typeof InvitationState>;

export const DeliveryState = z.enum(['queued', 'sent', 'delivered', 'bounced', 'complained']);
export type DeliveryState = z.output<typeof DeliveryState>;

/** How long an invitation may live: 5 minutes to 30 days. */
export const LifeMinutes = z
  .int()
  .check(z.gte(5, 'is less than 5 minutes'), z.lte(30 * 24 * 60, 'is more than 30 days (43,200 minutes)'));

export const InvitationView = z.object({
  id: InvitationId,
  state: InvitationState,
  delivery: z.optional(DeliveryState),
  /** What the receiving side said, where delivery failed. */
  deliveryDetail: z.optional(z.string()),
  sentAt: z.optional(Time),
  expiresAt: z.optional(Time),
  invitedBy: z.optional(PersonId),
  note: z.optional(z.string()),
  language: Language,
});
export type InvitationView = z.output<typeof InvitationView>;

/** ISO 3166-1 alpha-2. */
const Country = z
  .string()
  .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'is not a two-letter country code'));

export const Profile = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  title: z.optional(line(100)),
  city: z.optional(line(100)),
  stateOrProvince: z.optional(line(100)),
  country: z.optional(Country),
  telephone: z.optional(Telephone),
});
export type Profile = z.output<typeof Profile>;

const Terms = z.strictObject({
  version: line(40),
  accepted: z.literal(true, 'must be accepted to go on'),
});
export const Communications = z.strictObject({ product: z.boolean(), marketing: z.boolean() });
export type Communications = z.output<typeof Communications>;

export const LookupInvitation = z.strictObject({ token: LinkToken });

/** What the page behind the link needs in order to greet whoever opens it. */
export const InvitationGreeting = z.object({
  /** `replaced`: a newer link was sent, this one is dead. */
  state: z.enum([...InvitationState.options, 'replaced']),
  organization: z.object({ id: OrganizationId, name: z.string() }),
  inviter: z.optional(z.object({ name: z.string() })),
  firstName: z.string(),
  lastName: z.string(),
  email: Email,
  role: Role,
  expiresAt: z.optional(Time),
  accountExists: z.boolean(),
  terms: z.object({ version: z.string(), url: z.optional(z.string()) }),
});
export type InvitationGreeting = z.output<typeof InvitationGreeting>;

/** Whoever has an account already sends the token signed in, or with their password, and nothing else. */
export const AcceptInvitation = z.strictObject({
  token: LinkToken,
  password: z.optional(Password),
  profile: z.optional(Profile),
  terms: z.optional(Terms),
  communications: z.optional(Communications),
});

export const RenewInvitation = z.strictObject({ token: LinkToken });
