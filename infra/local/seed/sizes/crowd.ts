/** A crowd: so many people of one organization that nobody could invite them one by one, each with a history of theirs. */

import { folded } from '../../../../shared/contract/folded.ts';
import {
  type GroupId,
  type OrganizationId,
  PersonId,
  type ProjectId,
  type RoleId,
} from '../../../../shared/contract/ids.ts';
import { Profile } from '../../../../shared/contract/invitations.ts';
import type { Role } from '../../../../shared/contract/roles.ts';
import { Email, type Time } from '../../../../shared/contract/text.ts';
import { enrolledFactors } from '../../../../shared/domain/factors.ts';
import type { Factors, Person, User } from '../../../../shared/domain/model.ts';
import { membershipState } from '../../../../shared/domain/user.ts';
import { type Chance, chanceOf } from './chance.ts';
import { historyOf } from './history.ts';
import { nameOf } from './names.ts';
import { rightsOf } from './rights.ts';

export type Crowd = {
  organization: OrganizationId;
  /** Whoever has invited them all. */
  inviter: PersonId;
  /** Another organization, which looks after the accounts of guests. */
  contractors: OrganizationId;
  domain: string;
  /** The first of each has the most people. */
  groups: readonly GroupId[];
  projects: readonly ProjectId[];
  customRoles: readonly RoleId[];
  /** Has as many members in a crowd of any size. */
  board: GroupId;
  now: Time;
  /** One seed, one crowd. */
  seed: number;
};

/** A person, and their users: in the organization, and of a guest where they are at home. */
export type Member = { person: Person; user: User; elsewhere?: User };

const guests = 0.08;

/** One of a crowd, by number. */
export function memberOf(crowd: Crowd, number: number): Member {
  const chance = chanceOf(crowd.seed, number);
  const name = nameOf(chance);
  const id = PersonId.parse(`usr_${chance.id()}`);
  const role: Role = chance.among({ admin: 0.01, manager: 0.08, user: 0.91 });
  const history = historyOf(chance, crowd, name.language);
  const isGuest = chance.often(guests) && history.invitation.acceptedAt !== undefined;
  const { firstName, lastName, local } = name;
  const email = Email.parse(`${local}${number + 1}@${isGuest ? contractorsDomain : crowd.domain}`);
  const username = chance.often(0.4) ? folded(`${local[0]}${local.split('.')[1]}${number + 1}`) : undefined;
  const displayName = chance.often(0.08) ? `${firstName} ${[...lastName][0]}.` : `${firstName} ${lastName}`;
  const user: User = {
    type: 'user',
    version: 1,
    organization: crowd.organization,
    ...{ id, firstName, lastName, displayName, username, email, role },
    ...rightsOf(chance, crowd, role, number),
    approved: true,
    requireMfa: chance.often(0.05),
    apiAccess: false,
    home: !isGuest,
    factors: [],
    ...history,
  };
  const elsewhere = isGuest ? atHome(user, crowd) : undefined;
  const person = personOf(user, elsewhere, factorsOf(chance, history.invitation.acceptedAt));
  const shown = { factors: enrolledFactors(person) };
  return { person, user: { ...user, ...shown }, ...(elsewhere && { elsewhere: { ...elsewhere, ...shown } }) };
}

const contractorsDomain = 'fieldwork.example.net';

/** A guest where their account is looked after. */
function atHome(user: User, { contractors }: Crowd): User {
  const none = { customRoles: [], groups: [], projects: [] };
  return {
    ...user,
    ...none,
    organization: contractors,
    ...{ username: undefined, role: 'user', access: { mode: 'all' }, requireMfa: false },
    ...{ status: 'active', seated: true, home: true },
  };
}

function personOf(user: User, elsewhere: User | undefined, factors: Factors): Person {
  const users = elsewhere ? [user, elsewhere] : [user];
  const { id, email, firstName, lastName, invitation, createdAt } = user;
  const acceptedAt = invitation?.acceptedAt;
  return {
    type: 'person',
    version: 1,
    ...{ id, email, createdAt },
    home: (elsewhere ?? user).organization,
    language: invitation?.language ?? 'en',
    memberships: Object.fromEntries(users.map(each => [each.organization, membershipState(each)])),
    passwordGeneration: acceptedAt ? 1 : 0,
    emailGeneration: 0,
    factors,
    ...(acceptedAt && {
      profile: Profile.parse({ firstName, lastName }),
      communications: { product: true, marketing: false },
      termsAccepted: [{ version: '1', at: acceptedAt }],
    }),
  };
}

/** Numbers that were set apart for stories. */
const telephone = (chance: Chance) => `+1202555${String(100 + chance.below(100)).padStart(4, '0')}`;

function factorsOf(chance: Chance, enrolledAt: Time | undefined): Factors {
  const kind = chance.among({ authenticator: 0.32, sms: 0.06, both: 0.03, none: 0.59 });
  const sms = { enrolledAt: enrolledAt as Time, telephone: telephone(chance) }; // asked for in the next line
  if (!enrolledAt || kind === 'none') return { recoveryCodes: [] };
  return {
    ...(kind !== 'sms' && { authenticator: { enrolledAt } }),
    ...(kind !== 'authenticator' && { sms }),
    recoveryCodes: [],
  };
}
