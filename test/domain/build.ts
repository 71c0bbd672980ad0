/** People, organizations and invitations for the law to judge, with what a test cares about spelled out. */
import { InvitationId, OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { Email, type Time } from '../../shared/contract/text.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Reserved, Ties } from '../../shared/domain/belonging.ts';
import type {
  EmailReservation,
  Invitation,
  Link,
  Organization,
  Person,
  User,
} from '../../shared/domain/model.ts';
import { type Known, nothingNamed } from '../../shared/domain/rights.ts';
import { plusMinutes, timeOf } from '../../shared/domain/time.ts';
import type { UserCase } from '../../shared/domain/user.ts';

const numbered = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, '0')}`;
export const orgId = (number = 1) => OrganizationId.parse(numbered('org', number));
export const personId = (number = 1) => PersonId.parse(numbered('usr', number));
export const invitationId = (number = 1) => InvitationId.parse(numbered('inv', number));

export const now = timeOf(new Date('2026-11-21T12:00:00.000Z'));
export const minutesFromNow = (minutes: number): Time => plusMinutes(now, minutes);

export const organization = (more: Partial<Organization> = {}): Organization => ({
  type: 'organization',
  version: 1,
  id: orgId(),
  kind: 'customer',
  name: 'Northwind',
  plan: 'team',
  seats: 100,
  company: {},
  contacts: {},
  invitationLifeMinutes: 180,
  allowedEmailDomains: [],
  allowedFactors: ['authenticator', 'sms'],
  requireMfa: false,
  idleSignOutMinutes: null,
  language: 'en',
  createdAt: now,
  ...more,
});

/** Sent an hour ago, with two hours left. */
export const invitation = (more: Partial<Invitation> = {}): Invitation => ({
  id: invitationId(),
  generation: 1,
  lifeMinutes: 180,
  sentAt: minutesFromNow(-60),
  expiresAt: minutesFromNow(120),
  invitedBy: personId(9),
  vouchers: [],
  language: 'en',
  ...more,
});

/** Invited and not yet there. */
export const user = (more: Partial<User> = {}): User => ({
  type: 'user',
  version: 1,
  organization: orgId(),
  id: personId(),
  firstName: 'Uma',
  lastName: 'User',
  displayName: 'Uma User',
  email: Email.parse('uma@example.com'),
  role: 'user',
  access: { mode: 'all' },
  customRoles: [],
  groups: [],
  projects: [],
  status: 'invited',
  approved: true,
  requireMfa: false,
  apiAccess: false,
  home: true,
  factors: [],
  seated: true,
  invitation: invitation(),
  createdAt: minutesFromNow(-60),
  ...more,
});

export const person = (of: User, more: Partial<Person> = {}): Person => ({
  type: 'person',
  version: 1,
  id: of.id,
  email: of.email,
  home: of.organization,
  language: 'en',
  memberships: { [of.organization]: of.status },
  factors: { recoveryCodes: [] },
  passwordGeneration: of.invitation?.acceptedAt ? 1 : 0,
  emailGeneration: 0,
  createdAt: of.createdAt,
  ...more,
});

export const address = (name: string): Email => Email.parse(`${name}@example.com`);

export const reserved = (email: Email, of: PersonId, pendingUntil?: Time): EmailReservation => ({
  type: 'email',
  version: 1,
  email,
  person: of,
  ...(pendingUntil && { pendingUntil }),
});

/** What hangs on somebody who is in one organization, and has their address. */
export const ties = (of: Person, more: Partial<Reserved> = {}, others: User[] = []): Ties => ({
  others,
  reserved: { email: reserved(of.email, of.id), ...more },
});

export const link = (more: Partial<Link> = {}): Link => ({
  type: 'link',
  version: 1,
  hash: 'f'.repeat(64),
  purpose: 'invitation',
  organization: orgId(),
  person: personId(),
  invitation: invitationId(),
  generation: 1,
  ttl: 0,
  ...more,
});

export const actor = (role: Role, id = personId(9)): Actor => ({
  kind: 'member',
  person: id,
  session: 'session',
  role,
  organization: organization(),
  self: user({ id, role, status: 'active' }),
});

export const userCase = (of: User, by: Actor, more: Partial<UserCase> = {}): UserCase => ({
  actor: by,
  organization: organization(),
  user: of,
  person: person(of),
  named: nothingNamed,
  now,
  ...more,
});

/** What rights name, where they name nothing. */
export const nothingKnown: Known = { ...nothingNamed, applications: [] };
