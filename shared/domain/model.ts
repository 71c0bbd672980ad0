/**
 * What is kept: the entities of the directory, as they are stored. Each names its own `type`, so that one
 * `Ref` finds it and one parser reads it back.
 */
import * as z from 'zod/mini';
import { Access } from '../contract/access.ts';
import { Factor } from '../contract/factors.ts';
import {
  ClientId,
  GroupId,
  InvitationId,
  OrganizationId,
  PersonId,
  ProjectId,
  RoleId,
} from '../contract/ids.ts';
import { Communications, DeliveryState, Profile } from '../contract/invitations.ts';
import { Company, Contacts, OrganizationKind } from '../contract/organizations.ts';
import { Role } from '../contract/roles.ts';
import { Email, Language, Time } from '../contract/text.ts';
import { EmailChangeView, UserStatus } from '../contract/users.ts';
import { accessEntities } from './model-access.ts';
import { overviewEntities } from './model-overview.ts';

/** Goes up with every change; a change names the version it started from, or is refused. */
const version = z.int();
/** A moment in a person's life: by their version then, which no clock can disagree about; the time is for people. */
const PersonMoment = z.object({ version, at: Time });
/** Seconds since 1970, after which DynamoDB may sweep an item that is dead already. */
const sweepAfter = z.int();

export const Organization = z.object({
  type: z.literal('organization'),
  version,
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  company: z._default(Company, {}),
  contacts: z._default(Contacts, {}),
  plan: z.string(),
  seats: z.int(),
  invitationLifeMinutes: z.int(),
  allowedEmailDomains: z._default(z.array(z.string()), []),
  allowedFactors: z._default(z.array(Factor), Factor.options),
  requireMfa: z._default(z.boolean(), false),
  idleSignOutMinutes: z._default(z.nullable(z.int()), null),
  language: Language,
  /** The partner that looks after it, if one does. */
  partner: z.optional(OrganizationId),
  /** The same partner, where it approves each new user. */
  approvingPartner: z.optional(OrganizationId),
  /** Since when nobody gets in. */
  suspendedAt: z.optional(Time),
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
  /** Users with API access. */
  apiUsers: count,
});
export type Counters = z.output<typeof Counters>;
export type Counter = Exclude<keyof Counters, 'type' | 'organization'>;

/** Where somebody stands in an organization: their status there, or that they are active but not let in yet. */
export const MembershipState = z.enum([...UserStatus.options, 'unapproved']);
export type MembershipState = z.output<typeof MembershipState>;

/** An address that waits to be confirmed. */
export const EmailChange = z.object({
  email: Email,
  requestedAt: Time,
  expiresAt: Time,
  /** Counts the changes asked for; a link belongs to one. */
  generation: z.int(),
  /** The administrator who asked for it, where it was not the person. */
  requestedBy: z.optional(PersonId),
});
export type EmailChange = z.output<typeof EmailChange>;

/** The second factors of a person, as Cognito should have them. */
export const Factors = z.object({
  authenticator: z.optional(z.object({ enrolledAt: Time })),
  sms: z.optional(z.object({ enrolledAt: Time, telephone: z.string() })),
  /** SHA-256 of each recovery code that was not used. */
  recoveryCodes: z._default(z.array(z.string()), []),
  /** A telephone that a code was sent to and that is not confirmed. */
  pendingTelephone: z.optional(z.string()),
});
export type Factors = z.output<typeof Factors>;

export const Person = z.object({
  type: z.literal('person'),
  version,
  id: PersonId,
  email: Email,
  emailChange: z.optional(EmailChange),
  /** Counts the changes of address that were ever asked for, so that no two have one number. */
  emailGeneration: count,
  /** The address before the last change, which is told of the change. */
  formerEmail: z.optional(Email),
  home: OrganizationId,
  language: Language,
  profile: z.optional(Profile),
  communications: z.optional(Communications),
  termsAccepted: z.optional(z.array(z.object({ version: z.string(), at: Time }))),
  /** The name of the files of their picture. */
  picture: z.optional(z.string()),
  /** Where they stand in each organization, so that one read answers where somebody may go. */
  memberships: z.record(OrganizationId, MembershipState),
  /** Goes up with every password and every address; 0: there are no credentials yet. A reset link belongs to one number. */
  passwordGeneration: z.int(),
  /** Since when nothing works until a new password is chosen. */
  passwordResetRequiredAt: z.optional(Time),
  factors: z._default(Factors, { recoveryCodes: [] }),
  /** When something last became true of the factors that Cognito must be told. */
  factorsChangedAt: z.optional(Time),
  /** Sessions that began by then are over, but one that was kept when the others were ended. */
  sessionsValidAfter: z.optional(PersonMoment),
  createdAt: Time,
  // Noted beside the versioned state:
  /** When Cognito was last told to end every session. */
  signedOutAt: z.optional(Time),
  /** Up to when Cognito has been told of the factors. */
  factorsAlignedAt: z.optional(Time),
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
  /**
   * Who stands for what the invitee is to hold: whoever invited them, sent the invitation again or changed it, the latest
   * last, each as the user that they acted as. What none of them holds at the acceptance is left out.
   */
  vouchers: z._default(z.array(z.object({ organization: OrganizationId, person: PersonId })), []),
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
  access: z._default(Access, { mode: 'custom', permissions: [] }),
  // Whatever of these is gone gives nothing any more:
  customRoles: z._default(z.array(RoleId), []),
  groups: z._default(z.array(GroupId), []),
  projects: z._default(z.array(ProjectId), []),
  status: UserStatus,
  /** False: active or not, nobody gets in before the approving partner says so. */
  approved: z.boolean(),
  /** The organization whose approval is awaited. */
  approver: z.optional(OrganizationId),
  requireMfa: z._default(z.boolean(), false),
  apiAccess: z._default(z.boolean(), false),
  /** Whether this organization looks after the person's account. */
  home: z._default(z.boolean(), true),
  // Of the person, kept here too, so that a list needs no second look (see `mirrored`):
  factors: z._default(z.array(Factor), []),
  emailChange: z.optional(EmailChangeView),
  picture: z.optional(z.string()),
  /** Whether this user takes one of the organization's seats. */
  seated: z.boolean(),
  invitation: z.optional(Invitation),
  createdAt: Time,
  /** Sessions that began by then do not count in this organization. */
  sessionsValidAfter: z.optional(PersonMoment),
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
  /** Held for a change of address that is not confirmed; after this moment it holds nothing. */
  pendingUntil: z.optional(Time),
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
  purpose: z.enum(['invitation', 'password-reset', 'email-change']),
  organization: OrganizationId,
  person: PersonId,
  /** The one it accepts: whoever was removed and invited anew has another. */
  invitation: z.optional(InvitationId),
  /** Of the invitation, of the person's password, or of their change of address. */
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
  /** Where the address is, coarsely, as far as the edge can tell. */
  place: z.optional(z.string()),
  /** The registered application whose script holds it. */
  client: z.optional(ClientId),
  /** What must be done before it is good for anything else. */
  awaits: z.optional(z.literal('second-factor')),
  /** The person as they were when it began: its commit checked that. */
  personVersion: version,
  /** The person as they were once it had last ended all others. */
  keptVersion: z.optional(version),
  ttl: sweepAfter,
  // Noted beside the versioned state:
  lastUsedAt: z.optional(Time),
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

/** That an answer was given under an Idempotency-Key, committed with what it tells of. */
export const GivenAnswer = z.object({
  type: z.literal('answer'),
  version,
  /** Who asked, and their key. */
  key: z.string(),
  /** SHA-256 of the request it belongs to. */
  request: z.string(),
  /** Whom the answer is about: it is kept with them, so that it goes when they go. */
  person: z.optional(PersonId),
  /** The answer itself, where it is about nobody. */
  answer: z.optional(z.unknown()),
  ttl: sweepAfter,
});
export type GivenAnswer = z.output<typeof GivenAnswer>;

/** The answer about a person that was given under an Idempotency-Key. */
export const PersonalAnswer = z.object({
  type: z.literal('personal-answer'),
  version,
  person: PersonId,
  key: z.string(),
  answer: z.unknown(),
  ttl: sweepAfter,
});
export type PersonalAnswer = z.output<typeof PersonalAnswer>;

/** The lists of an organization's users that somebody has saved for themselves. */
export const Views = z.object({
  type: z.literal('views'),
  version,
  person: PersonId,
  organization: OrganizationId,
  /** By name. */
  items: z.array(z.object({ name: z.string(), search: z.string() })),
});
export type Views = z.output<typeof Views>;

/** A registered application. */
export const ApiClient = z.object({
  type: z.literal('api-client'),
  version,
  organization: OrganizationId,
  id: ClientId,
  name: z.string(),
  /** SHA-256 of the secret, which has 256 random bits. */
  secretHash: z.string(),
  /** The secret before, as long as it still works. */
  previous: z.optional(z.object({ secretHash: z.string(), until: Time })),
  createdAt: Time,
  createdBy: z.optional(PersonId),
  // Noted beside the versioned state:
  lastUsedAt: z.optional(Time),
});
export type ApiClient = z.output<typeof ApiClient>;

/** Whose a client id is: scripts name the application alone. */
export const ApiClientOwner = z.object({
  type: z.literal('api-client-owner'),
  version,
  id: ClientId,
  organization: OrganizationId,
});
export type ApiClientOwner = z.output<typeof ApiClientOwner>;

/** How much of something was used in a stretch of time, such as invitations in an hour. */
const Quota = z.object({
  type: z.literal('quota'),
  organization: OrganizationId,
  /** What, and in which stretch. */
  name: z.string(),
  used: z.int(),
  ttl: sweepAfter,
});

/** How many attempts were made that count against one account or one address, in a stretch of time. */
const Attempts = z.object({
  type: z.literal('attempts'),
  bucket: z.string(),
  count: z.int(),
  ttl: sweepAfter,
});

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
  PersonalAnswer,
  Views,
  ApiClient,
  ApiClientOwner,
  Quota,
  Attempts,
  ...accessEntities,
  ...overviewEntities,
]);
export type Entity = z.output<typeof Entity>;
export type EntityType = Entity['type'];
export type EntityOf<T extends EntityType> = Extract<Entity, { type: T }>;
/** Those that people change, under optimistic versions. */
export type Versioned = Extract<Entity, { version: number }>;
