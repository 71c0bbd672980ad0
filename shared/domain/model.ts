/**
 * What is kept: the entities of the directory, as they are stored. Each names its own `type`, so that one
 * `Ref` finds it and one parser reads it back.
 */
import * as z from 'zod/mini';
import { InvitationId, OrganizationId, PersonId } from '../contract/ids.ts';
import { Communications, DeliveryState, Profile } from '../contract/invitations.ts';
import { Role } from '../contract/roles.ts';
import { Email, Language, Time } from '../contract/text.ts';
import { UserStatus } from '../contract/users.ts';

/** Goes up with every change; a change names the version it started from, or is refused. */
const version = z.int();
/** Seconds since 1970, after which DynamoDB may sweep an item that is dead already. */
const sweepAfter = z.int();

export const Organization = z.object({
  type: z.literal('organization'),
  version,
  id: OrganizationId,
  kind: z.enum(['customer', 'partner', 'operator']),
  name: z.string(),
  plan: z.string(),
  seats: z.int(),
  invitationLifeMinutes: z.int(),
  language: Language,
  createdAt: Time,
});
export type Organization = z.output<typeof Organization>;

const count = z._default(z.int(), 0);

/** How many there are, changed in the same transaction as what they count. */
export const Counters = z.object({
  type: z.literal('counters'),
  organization: OrganizationId,
  invited: count,
  active: count,
  inactive: count,
  archived: count,
  /** Seats taken: by active people and by invitations that can still be accepted. */
  seats: count,
  /** Active owners: never zero again once there was one. */
  owners: count,
});
export type Counters = z.output<typeof Counters>;
export type Counter = Exclude<keyof Counters, 'type' | 'organization'>;

export const Person = z.object({
  type: z.literal('person'),
  version,
  id: PersonId,
  email: Email,
  home: OrganizationId,
  language: Language,
  profile: z.optional(Profile),
  communications: z.optional(Communications),
  termsAccepted: z.optional(z.array(z.object({ version: z.string(), at: Time }))),
  /** Status in each organization, so that one read answers where somebody may go. */
  memberships: z.record(OrganizationId, UserStatus),
  /** Counts the passwords chosen; 0: there are no credentials yet. A reset link belongs to one number. */
  passwordGeneration: z.int(),
  /** Sessions that began before this are over. */
  sessionsValidAfter: z.optional(Time),
  createdAt: Time,
});
export type Person = z.output<typeof Person>;

/** Facts of an invitation; its state is computed from them and the clock. */
export const Invitation = z.object({
  id: InvitationId,
  /** Counts the links sent; only links of the newest generation work. 0: never sent. */
  generation: z.int(),
  lifeMinutes: z.int(),
  sentAt: z.optional(Time),
  expiresAt: z.optional(Time),
  revokedAt: z.optional(Time),
  acceptedAt: z.optional(Time),
  invitedBy: z.optional(PersonId),
  note: z.optional(z.string()),
  language: Language,
});
export type Invitation = z.output<typeof Invitation>;

/** What became of the mail of one generation of an invitation. */
export const Delivery = z.object({
  generation: z.int(),
  state: DeliveryState,
  at: Time,
  detail: z.optional(z.string()),
});
export type Delivery = z.output<typeof Delivery>;

export const User = z.object({
  type: z.literal('user'),
  version,
  organization: OrganizationId,
  id: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string(),
  username: z.optional(z.string()),
  email: Email,
  role: Role,
  status: UserStatus,
  approved: z.boolean(),
  /** Whether this user takes one of the organization's seats. */
  seated: z.boolean(),
  invitation: z.optional(Invitation),
  createdAt: Time,
  /** Sessions that began before this do not count in this organization. */
  sessionsValidAfter: z.optional(Time),
  // Noted beside the versioned state, because they change without anybody editing:
  delivery: z.optional(Delivery),
  lastActiveAt: z.optional(Time),
});
export type User = z.output<typeof User>;

/** Reserves an email address for one person, in all organizations. */
export const EmailReservation = z.object({
  type: z.literal('email'),
  version,
  email: Email,
  person: PersonId,
});
export type EmailReservation = z.output<typeof EmailReservation>;

/** Reserves a username within an organization. */
export const UsernameReservation = z.object({
  type: z.literal('username'),
  version,
  organization: OrganizationId,
  username: z.string(),
  person: PersonId,
});
export type UsernameReservation = z.output<typeof UsernameReservation>;

/** A link that was mailed: only the hash of its secret, and what it is good for. */
export const Link = z.object({
  type: z.literal('link'),
  version,
  /** SHA-256 of the token, hexadecimal. */
  hash: z.string(),
  purpose: z.enum(['invitation', 'password-reset']),
  organization: OrganizationId,
  person: PersonId,
  /** The one it accepts: whoever was removed and invited anew has another. */
  invitation: z.optional(InvitationId),
  /** Of the invitation, or of the person's password. */
  generation: z.int(),
  /** Only for links with a life of their own; an invitation knows its own. */
  expiresAt: z.optional(Time),
  ttl: sweepAfter,
});
export type Link = z.output<typeof Link>;

/** One sign-in on one device; its id is Cognito's `origin_jti`, which every token of it carries. */
export const Session = z.object({
  type: z.literal('session'),
  version,
  person: PersonId,
  id: z.string(),
  createdAt: Time,
  userAgent: z.optional(z.string()),
  ip: z.optional(z.string()),
  ttl: sweepAfter,
});
export type Session = z.output<typeof Session>;

/** Something only one may be doing, until a moment; or that is done for good. */
export const Claim = z.object({
  type: z.literal('claim'),
  key: z.string(),
  holder: z.string(),
  until: Time,
  done: z.boolean(),
  ttl: sweepAfter,
});
export type Claim = z.output<typeof Claim>;

/** The answer that was given under an Idempotency-Key, committed with what it tells of. */
export const GivenAnswer = z.object({
  type: z.literal('answer'),
  version,
  /** Who asked, and their key. */
  key: z.string(),
  /** SHA-256 of the request it belongs to. */
  request: z.string(),
  answer: z.unknown(),
  ttl: sweepAfter,
});
export type GivenAnswer = z.output<typeof GivenAnswer>;

export const Entity = z.discriminatedUnion('type', [
  Organization,
  Counters,
  Person,
  User,
  EmailReservation,
  UsernameReservation,
  Link,
  Session,
  Claim,
  GivenAnswer,
]);
export type Entity = z.output<typeof Entity>;
export type EntityType = Entity['type'];
export type EntityOf<T extends EntityType> = Extract<Entity, { type: T }>;
/** Those that people change, under optimistic versions. */
export type Versioned = Extract<Entity, { version: number }>;
