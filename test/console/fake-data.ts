/** Two made-up organizations with people in every status. The same every time; times are around the moment it starts. */
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import {
  InvitationId,
  idAlphabet,
  OrganizationId as Org,
  PersonId as Person,
} from '../../shared/contract/ids.ts';
import type { InvitationView } from '../../shared/contract/invitations.ts';
import type { OrganizationView } from '../../shared/contract/organizations.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { type Email, Time } from '../../shared/contract/text.ts';
import type { UserView } from '../../shared/contract/users.ts';

export type FakeWorld = {
  organizations: OrganizationView[];
  users: UserView[];
  passwords: Map<PersonId, string>;
  /** What a link's token is for. */
  links: Map<string, FakeLink>;
  /** Remembered answers, by Idempotency-Key. */
  answers: Map<string, { body: string; answer: unknown }>;
  /** People whose sessions are over. */
  ended: Set<PersonId>;
};

type FakeLink = {
  kind: 'invitation' | 'reset';
  org: OrganizationId;
  person: PersonId;
  dead?: 'replaced';
};

export const password = 'a long and quiet sentence';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let made = 0;
/** A well-formed id, the next in order. */
export function nextId(prefix: string): string {
  made += 1;
  let rest = made;
  let tail = '';
  for (let at = 0; at < 6; at += 1) {
    tail = (idAlphabet[rest % 32] ?? '0') + tail;
    rest = Math.floor(rest / 32);
  }
  return `${prefix}_01kam3zq6hj8s5b0g4f2${tail}`;
}

export function at(offset: number): Time {
  return Time.parse(new Date(Date.now() + offset).toISOString());
}

/** A token for a link that can be told apart by eye. */
export function tokenFor(name: string): string {
  return name.padEnd(43, '0');
}

export function makeWorld(): FakeWorld {
  const acme = organization('Acme Robotics', 50);
  const borealis = organization('Borealis Foods', 20);
  const world: FakeWorld = {
    organizations: [acme, borealis],
    users: [],
    passwords: new Map(),
    links: new Map(),
    answers: new Map(),
    ended: new Set(),
  };
  const ada = member(acme.id, 'Ada', 'Okafor', 'owner', { lastActiveAt: at(-20_000) });
  world.users.push(ada, { ...ada, organization: borealis.id, role: 'admin' });
  world.users.push(...colleagues(acme.id), ...invitees(acme.id, ada.id));
  for (const user of world.users) if (user.status === 'active') world.passwords.set(user.id, password);
  addLinks(world, acme.id, ada.id);
  return world;
}

function organization(name: string, total: number): OrganizationView {
  return {
    id: Org.parse(nextId('org')),
    name,
    plan: 'team',
    seats: { used: 0, total },
    invitationLifeMinutes: 180,
  };
}

type Different = Partial<UserView>;

export function member(
  org: OrganizationId,
  first: string,
  last: string,
  role: Role,
  different: Different = {},
): UserView {
  const email = `${first}.${last}@example.com`
    .normalize('NFD')
    .replace(/[^\x21-\x7e]/g, '')
    .toLowerCase();
  return {
    id: Person.parse(nextId('usr')),
    organization: org,
    firstName: first,
    lastName: last,
    displayName: `${first} ${last}`,
    email: email as Email,
    role,
    status: 'active',
    approved: true,
    createdAt: at(-40 * day),
    invitation: invitation({ state: 'accepted', delivery: 'delivered' }),
    version: 1,
    ...different,
  };
}

export function invitation(different: Partial<InvitationView>): InvitationView {
  return {
    id: InvitationId.parse(nextId('inv')),
    state: 'pending',
    delivery: 'delivered',
    sentAt: at(-50 * minute),
    expiresAt: at(130 * minute),
    language: 'en',
    ...different,
  };
}

function colleagues(org: OrganizationId): UserView[] {
  const names =
    'Priya Shah,Mateo Fernández,Yuki Tanaka,Léa Moreau,Noah Weiss,Zanele Dlamini,Oskar Lindqvist,Mei Chen,Tariq Haddad,' +
    'Ingrid Solberg,Kwame Mensah,Sofia Rossi,Daniel Kim,Amara Nwosu,Luca Bianchi,Hannah Schmidt,Omar Farouk,Elif Yılmaz,' +
    'Nina Petrova,Jonas Becker,Chloé Dubois,Ravi Iyer,Fatima Zahra,Emil Novak,Grace Kamau,Hugo Martins,Ayşe Demir,Tom Baker';
  const roles: Role[] = ['admin', 'manager', 'manager', 'user', 'user', 'user', 'user'];
  const people = names.split(',').map((name, index) => {
    const [first = '', last = ''] = name.split(' ');
    return member(org, first, last, roles[index % roles.length] ?? 'user', {
      username: index % 3 === 0 ? first.toLowerCase().replace(/[^a-z]/g, '') : undefined,
      createdAt: at(-(400 - index * 13) * day),
      lastActiveAt: index === 5 ? undefined : at(-(index ** 3) * 17 * minute - minute),
    });
  });
  return people.map((person, index) => (index % 9 === 4 ? { ...person, status: 'inactive' } : person));
}

function invitees(org: OrganizationId, invitedBy: PersonId): UserView[] {
  const invited = (first: string, last: string, role: Role, different: Partial<InvitationView>): UserView =>
    member(org, first, last, role, {
      status: 'invited',
      invitation: invitation({ invitedBy, ...different }),
      createdAt: at(-2 * day),
    });
  return [
    invited('Vera', 'Lang', 'user', {
      expiresAt: at(130 * minute),
      note: 'Welcome aboard, Vera!\nSee you on Monday.',
    }),
    invited('Björn', 'Aalto', 'manager', { expiresAt: at(8 * minute), sentAt: at(-172 * minute) }),
    invited('Dmitri', 'Sokolov', 'user', {
      delivery: 'bounced',
      deliveryDetail: 'Mailbox does not exist',
      expiresAt: at(55 * minute),
    }),
    invited('Carmen', 'Ortiz', 'admin', {
      state: 'expired',
      expiresAt: at(-3 * hour),
      sentAt: at(-6 * hour),
    }),
    invited('Wen', 'Li', 'user', { state: 'revoked', expiresAt: at(hour) }),
    invited('Isla', 'MacLeod', 'user', {
      state: 'not-sent',
      delivery: undefined,
      sentAt: undefined,
      expiresAt: undefined,
    }),
    invited('Pedro', 'Alves', 'user', { delivery: 'queued', sentAt: at(-2000), expiresAt: at(3 * hour) }),
    invited('Sara', 'Haugen', 'user', { expiresAt: at(29 * day + 5 * hour) }),
  ];
}

/** A link to every kind of invitation, by a token that says which. */
function addLinks({ users, links }: FakeWorld, org: OrganizationId, ada: PersonId): void {
  const add = (name: string, first: string, more: Partial<FakeLink> = {}) => {
    const person = users.find(({ firstName }) => firstName === first)?.id;
    if (person) links.set(tokenFor(name), { kind: 'invitation', org, person, ...more });
  };
  add('pending', 'Vera');
  add('soon', 'Björn');
  add('expired', 'Carmen');
  add('revoked', 'Wen');
  add('replaced', 'Sara', { dead: 'replaced' });
  add('accepted', 'Priya');
  links.set(tokenFor('reset'), { kind: 'reset', org, person: ada });
}
