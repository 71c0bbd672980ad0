/** What each route of the fake API does. */
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import { PersonId as Person } from '../../shared/contract/ids.ts';
import type { InvitationState } from '../../shared/contract/invitations.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import type { InputOf, RouteKey } from '../../shared/contract/routes.ts';
import type { UserView } from '../../shared/contract/users.ts';
import type { Answered, Asked } from './fake-api.ts';
import { at, type FakeWorld, invitation, member, nextId, tokenFor } from './fake-data.ts';

type Handlers = { [K in Exclude<RouteKey, 'get-openapi'>]: (asked: Asked, input: InputOf<K>) => Answered } & {
  'get-openapi'?: never;
};

const refuse = (kind: ProblemKind): never => {
  throw { refuse: kind };
};

const users: Pick<
  Handlers,
  Extract<RouteKey, `${string}-user` | `${string}-users` | `${string}-invitation-link`>
> = {
  'list-users': ({ world }, { org, status, limit, cursor, sort }) => {
    const order = sort === 'name' ? 1 : -1;
    const wanted = world.users
      .filter(user => user.organization === org && status.includes(user.status))
      .map(seen)
      .sort((one, other) => order * one.displayName.localeCompare(other.displayName));
    const start = Number(cursor ?? 0);
    const nextCursor = start + limit < wanted.length ? String(start + limit) : undefined;
    return { body: { items: wanted.slice(start, start + limit), nextCursor } };
  },
  'count-users': ({ world }, { org }) => {
    const count = (status: string) =>
      world.users.filter(user => user.organization === org && user.status === status).length;
    return {
      body: {
        invited: count('invited'),
        active: count('active'),
        inactive: count('inactive'),
        archived: count('archived'),
      },
    };
  },
  'get-user': ({ world }, { org, user }) => ({ body: seen(find(world, org, user)) }),
  'invite-user': ({ world, person }, wish) => {
    if (world.users.some(({ organization, email }) => organization === wish.org && email === wish.email))
      refuse('already-member');
    if (wish.username && world.users.some(({ username }) => username === wish.username))
      refuse('username-taken');
    const life = (wish.expiresInMinutes ?? 180) * 60_000;
    const sent = wish.sendInvitation
      ? { state: 'pending' as const, delivery: 'queued' as const, sentAt: at(0), expiresAt: at(life) }
      : { state: 'not-sent' as const, delivery: undefined, sentAt: undefined, expiresAt: undefined };
    const user = member(wish.org, wish.firstName, wish.lastName, wish.role, {
      email: wish.email,
      username: wish.username,
      status: 'invited',
      createdAt: at(0),
      invitation: invitation({
        ...sent,
        invitedBy: person,
        note: wish.note,
        language: wish.language ?? 'en',
      }),
    });
    user.displayName = wish.displayName ?? user.displayName;
    world.users.push(user);
    return { body: user };
  },
  'delete-user': ({ world, ifMatch }, { org, user }) => {
    const { version } = find(world, org, user);
    if (!ifMatch) refuse('precondition-required');
    if (ifMatch !== `"${version}"`) refuse('stale-version');
    world.users = world.users.filter(({ organization, id }) => organization !== org || id !== user);
    return {};
  },
  'deactivate-user': (asked, input) => change(asked, input, { status: 'inactive' }),
  'reactivate-user': (asked, input) => change(asked, input, { status: 'active' }),
  'copy-invitation-link': ({ world }, { org, user }) => {
    const token = tokenFor(nextId('copied').replace('_', ''));
    world.links.set(token, { kind: 'invitation', org, person: user });
    return {
      body: {
        link: `http://localhost/accept#${token}`,
        expiresAt: find(world, org, user).invitation?.expiresAt,
      },
    };
  },
};

const invitations: Pick<Handlers, Extract<RouteKey, `${string}-invitation`>> = {
  'send-invitation': (asked, input) => {
    const life = (input.expiresInMinutes ?? 180) * 60_000;
    return change(asked, input, {
      status: 'invited',
      ...(input.email && { email: input.email }),
      invitation: invitation({ state: 'pending', delivery: 'queued', sentAt: at(0), expiresAt: at(life) }),
    });
  },
  'revoke-invitation': (asked, input) => changeInvitation(asked, input, { state: 'revoked' }),
  'extend-invitation': (asked, input) =>
    changeInvitation(asked, input, { state: 'pending', expiresAt: at(input.expiresInMinutes * 60_000) }),
  'lookup-invitation': ({ world }, { token }) => {
    const link = world.links.get(token) ?? refuse('link-unknown');
    const { email, firstName, lastName, role, invitation } = seen(find(world, link.org, link.person));
    const state = link.dead ?? invitation?.state;
    const { id, name } = world.organizations.find(({ id }) => id === link.org) ?? refuse('link-unknown');
    const terms = { version: '2026-11', url: 'https://example.com/terms' };
    const accountExists = world.passwords.has(link.person);
    const inviter = { name: 'Ada Okafor' };
    const greeting = {
      organization: { id, name },
      inviter,
      email,
      firstName,
      lastName,
      role,
      accountExists,
      terms,
    };
    return { body: { ...greeting, state, expiresAt: invitation?.expiresAt } };
  },
  'accept-invitation': (asked, { token, password, profile }) => {
    const { world } = asked;
    const link = world.links.get(token) ?? refuse('link-unknown');
    if (password && password.length < 15) {
      throw {
        refuse: 'validation-failed',
        errors: [{ pointer: '/password', code: 'too-short', message: 'Use at least 15 characters.' }],
      };
    }
    const known = world.passwords.get(link.person);
    if (known !== undefined && asked.person !== link.person && password !== known)
      refuse('wrong-credentials');
    world.passwords.set(link.person, known ?? password ?? '');
    changeInvitation(asked, { org: link.org, user: link.person }, { state: 'accepted' });
    change(
      asked,
      { org: link.org, user: link.person },
      { ...profile, status: 'active', lastActiveAt: at(0) },
    );
    return signedIn(world, link.person);
  },
  'renew-invitation': ({ world }, { token }) => {
    if (!world.links.has(token)) refuse('link-unknown');
    return {};
  },
};

export const handlers = {
  ...users,
  ...invitations,
  'get-openapi': () => ({}),
  'get-health': () => ({ body: { status: 'ok' } }),
  'sign-in': ({ world }, { email, password }) => {
    const user = world.users.find(one => one.email === email);
    if (!user || world.passwords.get(user.id) !== password) return refuse('wrong-credentials');
    const challenge = /^(priya|mateo|mei)\./.exec(email)?.[1];
    const kinds = { priya: 'authenticator-code', mateo: 'sms-code', mei: 'new-password' };
    const kind = kinds[challenge as keyof typeof kinds];
    return kind ? { body: { challenge: { kind, session: user.id } } } : signedIn(world, user.id);
  },
  'answer-challenge': ({ world }, { session, code }) => {
    if (code && code !== '123456') refuse('wrong-answer');
    return signedIn(world, Person.parse(session));
  },
  'refresh-session': ({ world, person }) => (person ? signedIn(world, person) : refuse('session-ended')),
  'sign-out': () => ({ cookie: 'refresh=; Max-Age=0' }),
  'forgot-password': () => ({}),
  'reset-password': ({ world }, { token, password }) => {
    const link = world.links.get(token);
    if (link?.kind !== 'reset') return refuse('link-unknown');
    world.passwords.set(link.person, password);
    return signedIn(world, link.person);
  },
  'get-me': ({ world, person }) => ({ body: me(world, person ?? refuse('not-signed-in')) }),
  'get-organization': ({ world }, { org }) => {
    const organization = world.organizations.find(({ id }) => id === org) ?? refuse('not-found');
    const used = world.users.filter(user => user.organization === org && user.status !== 'inactive').length;
    return { body: { ...organization, seats: { ...organization.seats, used } } };
  },
} satisfies Record<RouteKey, (asked: Asked, input: never) => Answered>;

function me(world: FakeWorld, person: PersonId) {
  const own = world.users.filter(({ id }) => id === person);
  const [first] = own;
  const { email, firstName, lastName } = first ?? refuse('session-ended');
  const organizations = own.map(({ organization: id, role, status }) => ({
    id,
    name: world.organizations.find(one => one.id === id)?.name ?? '',
    role,
    status,
  }));
  return { person: { id: person, email, firstName, lastName }, organizations };
}

function signedIn(world: FakeWorld, person: PersonId): Answered {
  return { body: { accessToken: person, expiresIn: 600, ...me(world, person) }, cookie: `refresh=${person}` };
}

function find(world: FakeWorld, org: OrganizationId, user: PersonId): UserView {
  return (
    world.users.find(({ organization, id }) => organization === org && id === user) ?? refuse('not-found')
  );
}

/** As it is shown at this moment: an invitation whose time is over has expired. */
function seen(user: UserView): UserView {
  const { invitation } = user;
  const ranOut = invitation?.state === 'pending' && (invitation.expiresAt ?? '') <= at(0);
  return ranOut ? { ...user, invitation: { ...invitation, state: 'expired' as InvitationState } } : user;
}

type OnUser = { org: OrganizationId; user: PersonId };

function change(
  { world }: Pick<Asked, 'world'>,
  { org, user: id }: OnUser,
  different: Partial<UserView>,
): Answered {
  const before = find(world, org, id);
  const after = { ...before, ...different, version: before.version + 1 };
  world.users = world.users.map(user => (user === before ? after : user));
  return { body: seen(after) };
}

function changeInvitation(
  asked: Pick<Asked, 'world'>,
  on: OnUser,
  different: Partial<UserView['invitation']>,
): Answered {
  const { invitation } = find(asked.world, on.org, on.user);
  return change(asked, on, { invitation: invitation && { ...invitation, ...different } });
}
