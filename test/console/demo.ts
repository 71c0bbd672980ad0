/** A made-up organization with people in every status, straight in the directory: the same every time, around now. */
import type { PersonId } from '../../shared/contract/ids.ts';
import { Email, LinkToken, type Time } from '../../shared/contract/text.ts';
import type { Change } from '../../shared/domain/change.ts';
import { resetLink } from '../../shared/domain/link.ts';
import type { Invitation, Link, Organization, Person, User } from '../../shared/domain/model.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import { counting, membershipState } from '../../shared/domain/user.ts';
import { invitation, invitationId, organization, orgId, person, personId, user } from '../domain/build.ts';
import type { FakeWorld } from '../world/fake-world.ts';

export const password = 'a long and quiet sentence';

const hour = 60;
const day = 24 * hour;

/** A token for a link that can be told apart by eye. */
export function tokenFor(name: string): string {
  return name.padEnd(43, '0');
}

export const acme = orgId(1);
export const borealis = orgId(2);

/** Somebody by their first name, which is their own in the demo. */
export function idOf(firstName: string): PersonId {
  const at = everybody.findIndex(({ name }) => name.startsWith(`${firstName} `));
  if (at < 0) throw new Error(`Nobody in the demo is called ${firstName}`);
  return personId(at + 1);
}

type Sketch = {
  name: string;
  different: (now: Time) => Partial<User>;
  /** In minutes from now, where there is an invitation that was not accepted. */
  invited?: (now: Time) => Partial<Invitation>;
};

const colleagues: Sketch[] = (
  'Priya Shah,Mateo Fernández,Yuki Tanaka,Léa Moreau,Noah Weiss,Zanele Dlamini,Oskar Lindqvist,Mei Chen,Tariq Haddad,' +
  'Ingrid Solberg,Kwame Mensah,Sofia Rossi,Daniel Kim,Amara Nwosu,Luca Bianchi,Hannah Schmidt,Omar Farouk,Elif Yılmaz,' +
  'Nina Petrova,Jonas Becker,Chloé Dubois,Ravi Iyer,Fatima Zahra,Emil Novak,Grace Kamau,Hugo Martins,Ayşe Demir,Tom Baker'
)
  .split(',')
  .map((name, index) => ({
    name,
    different: now => ({
      role: (['admin', 'manager', 'manager', 'user', 'user', 'user', 'user'] as const)[index % 7],
      username:
        index % 3 === 0
          ? name
              .split(' ')[0]
              ?.toLowerCase()
              .replace(/[^a-z]/g, '')
          : undefined,
      createdAt: plusMinutes(now, -(400 - index * 13) * day),
      lastActiveAt: index === 5 ? undefined : plusMinutes(now, -(index ** 3) * 17 - 1),
      ...(index % 9 === 4 ? ({ status: 'inactive', seated: false } as const) : { status: 'active' }),
    }),
  }));

const invitees: Sketch[] = [
  invitee('Vera Lang', 'user', now => ({
    expiresAt: plusMinutes(now, 130),
    note: 'Welcome aboard, Vera!\nSee you on Monday.',
  })),
  invitee('Björn Aalto', 'manager', now => ({ expiresAt: plusMinutes(now, 8) })),
  invitee('Dmitri Sokolov', 'user', now => ({ expiresAt: plusMinutes(now, 55) }), {
    state: 'bounced',
    detail: 'Mailbox does not exist',
  }),
  invitee('Carmen Ortiz', 'admin', now => ({ expiresAt: plusMinutes(now, -3 * hour) })),
  invitee('Wen Li', 'user', now => ({ expiresAt: plusMinutes(now, hour), revokedAt: now })),
  invitee('Isla MacLeod', 'user', () => ({ generation: 0, sentAt: undefined, expiresAt: undefined })),
  invitee('Pedro Alves', 'user', now => ({ sentAt: now, expiresAt: plusMinutes(now, 180) }), 'queued'),
  invitee('Sara Haugen', 'user', now => ({
    generation: 2,
    expiresAt: plusMinutes(now, 29 * day + 5 * hour),
  })),
];

const archived: Sketch[] = ['Bo Nyström', 'Alma Reyes'].map(name => ({
  name,
  different: now => ({ status: 'archived', seated: false, createdAt: plusMinutes(now, -500 * day) }),
}));

const everybody: readonly Sketch[] = [
  { name: 'Ada Okafor', different: now => ({ role: 'owner', lastActiveAt: now }) },
  ...colleagues,
  ...invitees,
  ...archived,
];

type Delivered = 'delivered' | 'queued' | { state: 'bounced'; detail: string };

function invitee(
  name: string,
  role: User['role'],
  invited: (now: Time) => Partial<Invitation>,
  delivered: Delivered = 'delivered',
): Sketch {
  const state = typeof delivered === 'string' ? { state: delivered } : delivered;
  return {
    name,
    invited,
    different: now => ({
      role,
      status: 'invited',
      createdAt: plusMinutes(now, -2 * day),
      ...(state.state !== 'queued' && { delivery: { ...state, generation: 1, at: now } }),
    }),
  };
}

/** Fills an empty world. Everybody who has ever accepted has the one password. */
export async function fill(world: FakeWorld): Promise<void> {
  const { identity, clock } = world;
  const now = clock.now();
  const home = organization({ id: acme, name: 'Acme Robotics', seats: 50, createdAt: now });
  const other = organization({ id: borealis, name: 'Borealis Foods', seats: 20, createdAt: now });
  await commit(
    world,
    [home, other].map(entity => ({ do: 'create', entity })),
  );
  for (const [index, sketch] of everybody.entries()) {
    const own = sketchedUser(sketch, index, now);
    const abroad =
      index === 0 ? { ...own, organization: borealis, role: 'admin' as const, home: false } : undefined;
    const memberships = {
      [acme]: membershipState(own),
      ...(abroad && { [borealis]: membershipState(abroad) }),
    };
    const accepted = own.invitation?.acceptedAt !== undefined;
    const human = person(own, { memberships, passwordGeneration: accepted ? 1 : 0 });
    await commit(world, [...arrives(home, own, human), ...(abroad ? joins(other, abroad) : [])]);
    if (accepted) await identity.setPassword(own.id, password);
  }
  await addLinks(world, now);
}

function sketchedUser({ name, different, invited }: Sketch, index: number, now: Time): User {
  const [firstName = '', lastName = ''] = name.split(' ');
  const sent = { id: invitationId(index + 1), sentAt: plusMinutes(now, -50), invitedBy: personId(1) };
  return user({
    id: personId(index + 1),
    organization: acme,
    ...{ firstName, lastName, displayName: name, email: addressOf(name) },
    status: 'active',
    createdAt: plusMinutes(now, -40 * day),
    invitation: invitation({ ...sent, ...(invited?.(now) ?? { acceptedAt: plusMinutes(now, -30 * day) }) }),
    ...seated(invited?.(now), now),
    ...different(now),
  });
}

/** An invitation that can still be accepted holds a seat; so does whoever is there. */
function seated(invited: Partial<Invitation> | undefined, now: Time): Partial<User> {
  if (!invited) return {};
  return { seated: !invited.revokedAt && (invited.expiresAt ?? '') > now };
}

function addressOf(name: string): Email {
  return Email.parse(
    `${name
      .replace(' ', '.')
      .normalize('NFD')
      .replace(/[^\x21-\x7e]/g, '')}@example.com`,
  );
}

function arrives(home: Organization, own: User, human: Person): Change[] {
  const isArchived = own.status === 'archived';
  const reservation = { type: 'email', version: 1, email: own.email, person: own.id } as const;
  return [
    { do: 'create', entity: human },
    ...(isArchived ? [] : [{ do: 'create', entity: reservation } as const]),
    ...joins(home, own),
  ];
}

function joins(organization: Organization, own: User): Change[] {
  const { username, organization: org, id } = own;
  const reservation =
    username && ({ type: 'username', version: 1, organization: org, username, person: id } as const);
  return [
    { do: 'create', entity: own },
    ...(reservation ? [{ do: 'create', entity: reservation } as const] : []),
    ...counting(organization, undefined, own),
  ];
}

/** A link to every kind of invitation, by a token that says which. */
async function addLinks(world: FakeWorld, now: Time): Promise<void> {
  const hashOf = (name: string) => world.ids.hashOf(LinkToken.parse(tokenFor(name)));
  const link = (name: string, firstName: string): Link => ({
    ...{
      type: 'link',
      version: 1,
      hash: hashOf(name),
      purpose: 'invitation',
      organization: acme,
      generation: 1,
    },
    person: idOf(firstName),
    invitation: invitationId(everybody.findIndex(one => one.name.startsWith(`${firstName} `)) + 1),
    ttl: 4_000_000_000,
  });
  const [ada] = await world.directory.get({ type: 'person', id: idOf('Ada') });
  if (!ada) throw new Error('Ada has not arrived');
  const links = [
    ...[link('pending', 'Vera'), link('soon', 'Björn'), link('expired', 'Carmen'), link('revoked', 'Wen')],
    ...[link('replaced', 'Sara'), link('accepted', 'Priya')],
    resetLink(ada, hashOf('reset'), now).link,
  ];
  await commit(
    world,
    links.map(entity => ({ do: 'create', entity })),
  );
}

async function commit({ directory }: FakeWorld, changes: Change[]): Promise<void> {
  const result = await directory.commit({ changes, events: [] });
  if (!result.ok) throw new Error(`The demo cannot be: ${JSON.stringify(result.conflict)}`);
}
