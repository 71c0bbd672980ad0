/** An organization full of things to be given, and the steps by which somebody may come to hold them. */
import type { RouteKey } from '../../../shared/contract/routes.ts';
import {
  type Arranged,
  arrangeOrganization,
  arrangeUser,
  invitee,
  onboarding,
  password,
} from '../../harness/arrange.ts';
import { arrangeCatalogue, arrangeRole, desk } from '../../harness/arrange-catalogue.ts';
import { arrangeGroup, arrangeProject } from '../../harness/arrange-groups.ts';
import { type FakeFront, fakeFront } from '../../harness/fake-front.ts';
import { ask, outcomeOf, refused, type Session, sessionIn } from '../../harness/front.ts';

/** Content, by its id. */
export const contents = ['first', 'second'];
export const permissions = desk.permissions.filter(({ retiredAt }) => !retiredAt).map(({ key }) => key);

/** Numbers stand for people and things; which they are depends on what is there by then. */
export type Gift = {
  role: string;
  all: boolean;
  permissions: number[];
  customRoles: number[];
  groups: number[];
  projects: number[];
};
export type Step =
  | { do: 'invite'; by: number; gift: Gift }
  | { do: 'edit'; by: number; who: number; gift: Partial<Gift> }
  | { do: 'accept' | 'resend' | 'deactivate' | 'reactivate' | 'hand-over'; by: number; who: number }
  | { do: 'join' | 'join-by-job' | 'leave' | 'assign'; by: number; who: number; to: number }
  | { do: 'carry'; by: number; group: number; customRoles: number[] }
  | { do: 'permit'; by: number; role: number; permissions: number[] }
  | { do: 'grant'; by: number; group: number; content: number }
  | { do: 'delete-group' | 'delete-role'; by: number; to: number };

export type Game = {
  front: FakeFront;
  home: Arranged;
  people: { id: string; email: string }[];
  sessions: Map<string, Session>;
  roles: string[];
  groups: string[];
  projects: string[];
  /** Who has had a hand in what somebody is to hold, until they accept. */
  hands: Map<string, Set<string>>;
};

export async function begin(): Promise<Game> {
  const front = fakeFront();
  const home = await arrangeOrganization(front, { seats: 500 });
  await arrangeCatalogue(front);
  const [read, write, take, edit] = permissions;
  const roles = [];
  for (const permitted of [[read], [write, take], [edit]])
    roles.push((await arrangeRole(front, home, { permissions: permitted })).id);
  const groups = [];
  for (const customRoles of [[roles[0]], [roles[1], roles[2]], []])
    groups.push((await arrangeGroup(front, home, { customRoles })).id);
  const folder = { org: home.org, group: groups[2] ?? '', type: 'folder', id: 'first', name: 'First' };
  await ask(front, 'grant-content', folder, home.owner);
  const access = (...given: unknown[]) => ({ access: { mode: 'custom', permissions: given } });
  const people = [
    await arrangeUser(front, home, 'admin'),
    await arrangeUser(front, home, 'manager', access(read, write)),
    await arrangeUser(front, home, 'manager', { ...access(edit), groups: [groups[2]] }),
    await arrangeUser(front, home, 'manager', { ...access(take), customRoles: [roles[1]] }),
    await arrangeUser(front, home, 'user', access(read)),
  ];
  const everybody = [home.owner, ...people];
  return {
    ...{ front, home, roles, groups, people: everybody.map(({ id, email }) => ({ id, email })) },
    projects: [(await arrangeProject(front, home)).id],
    sessions: new Map(everybody.map(({ id, accessToken, cookie }) => [id, { accessToken, cookie }])),
    hands: new Map(),
  };
}

const one = <T>(all: readonly T[], number: number) => all[number % all.length] as T; // there is always one
const some = <T>(all: readonly T[], numbers: readonly number[]) => [
  ...new Set(numbers.map(number => one(all, number))),
];

export const personOf = ({ people }: Game, number: number) => one(people, number);

/** Mostly somebody who has not accepted yet. */
function inviteeOf(game: Game, number: number) {
  const waiting = game.people.filter(({ id }) => game.hands.has(id) && !game.sessions.has(id));
  return waiting.length > 0 ? one(waiting, number) : personOf(game, number);
}

/** What a gift names, as routes take it. */
function given(game: Game, gift: Partial<Gift>): Record<string, unknown> {
  const { role, all, permissions: keys, customRoles, groups, projects } = gift;
  return {
    ...(role && { role }),
    ...(keys && { access: all ? { mode: 'all' } : { mode: 'custom', permissions: some(permissions, keys) } }),
    ...(customRoles && { customRoles: some(game.roles, customRoles) }),
    ...(groups && { groups: some(game.groups, groups) }),
    ...(projects && { projects: some(game.projects, projects) }),
  };
}

/** Somebody signed in; undefined where they cannot be. */
async function sessionOf({ front, sessions }: Game, { id, email }: Game['people'][number]) {
  const known = sessions.get(id);
  if (known) return known;
  const answer = await refused(front, 'sign-in', { email, password });
  if (answer.status === 200) sessions.set(id, sessionIn(answer));
  return sessions.get(id);
}

let asked = 0;

/** Does it, if they may. @returns what came of it, and whom it was about */
export async function play(game: Game, step: Step): Promise<{ outcome: string; actor: string }> {
  const { front, home, people, hands } = game;
  const actor = personOf(game, step.by);
  if (step.do === 'accept') return accept(game, inviteeOf(game, step.who));
  const session = await sessionOf(game, actor);
  if (!session) return { outcome: 'signed out', actor: actor.id };
  const { key, input, read } = requestOf(game, step);
  const headers = read && {
    'if-match': (await ask(front, read, named(input), home.owner)).headers.etag ?? '"1"',
  };
  const answer = await refused(front, key, { org: home.org, ...input }, session, { headers: headers ?? {} });
  await front.settle();
  const outcome = outcomeOf(answer);
  if (answer.status >= 300) return { outcome, actor: actor.id };
  if (step.do === 'invite') {
    const { id, email } = answer.body as unknown as { id: string; email: string };
    people.push({ id, email });
    hands.set(id, new Set([actor.id]));
  } else if ('who' in step) hands.get(personOf(game, step.who).id)?.add(actor.id);
  if (step.do === 'deactivate') game.sessions.delete(personOf(game, step.who).id);
  return { outcome, actor: actor.id };
}

/** What a path names. */
function named({ org, user, group, role }: Record<string, unknown>): Record<string, unknown> {
  if (user) return { org, user };
  return group ? { org, group } : { org, role };
}

type Request = { key: RouteKey; input: Record<string, unknown>; read?: RouteKey };

type OnThing = Extract<Step, { do: 'carry' | 'permit' | 'grant' | 'delete-group' | 'delete-role' }>;

function requestOf(game: Game, step: Step): Request {
  const { home } = game;
  const user = 'who' in step ? personOf(game, step.who).id : '';
  const about = { org: home.org, user };
  switch (step.do) {
    case 'invite':
      return {
        key: 'invite-user',
        input: { ...invitee(`p${++asked}@example.com`), ...given(game, step.gift) },
      };
    case 'edit':
      return { key: 'edit-user', input: { ...about, ...given(game, step.gift) }, read: 'get-user' };
    case 'resend':
      return { key: 'send-invitation', input: about };
    case 'deactivate':
      return { key: 'deactivate-user', input: about };
    case 'reactivate':
      return { key: 'reactivate-user', input: about };
    case 'hand-over':
      return { key: 'hand-over-ownership', input: about };
    case 'join':
      return { key: 'add-group-member', input: { ...about, group: one(game.groups, step.to) } };
    case 'leave':
      return { key: 'remove-group-member', input: { ...about, group: one(game.groups, step.to) } };
    case 'join-by-job':
      return { key: 'change-group-members', input: { group: one(game.groups, step.to), add: [user] } };
    case 'assign':
      return { key: 'add-project-member', input: { ...about, project: one(game.projects, step.to) } };
    case 'accept':
      throw new Error('Accepting needs a link');
    default:
      return requestOnThing(game, step);
  }
}

function requestOnThing(game: Game, step: OnThing): Request {
  const { org } = game.home;
  switch (step.do) {
    case 'carry': {
      const input = {
        org,
        group: one(game.groups, step.group),
        customRoles: some(game.roles, step.customRoles),
      };
      return { key: 'edit-group', input, read: 'get-group' };
    }
    case 'permit': {
      const input = {
        org,
        role: one(game.roles, step.role),
        permissions: some(permissions, step.permissions),
      };
      return { key: 'edit-custom-role', input, read: 'get-custom-role' };
    }
    case 'grant': {
      const id = one(contents, step.content);
      const group = one(game.groups, step.group);
      return { key: 'grant-content', input: { org, group, type: 'folder', id, name: id } };
    }
    case 'delete-group':
      return { key: 'delete-group', input: { org, group: one(game.groups, step.to) }, read: 'get-group' };
    case 'delete-role':
      return {
        key: 'delete-custom-role',
        input: { org, role: one(game.roles, step.to) },
        read: 'get-custom-role',
      };
  }
}

async function accept(game: Game, { id, email }: Game['people'][number]) {
  const { front, sessions } = game;
  const mail = (await front.mailsTo(email)).at(-1);
  const token = /accept#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (!token) return { outcome: 'no mail', actor: id };
  const answer = await refused(front, 'accept-invitation', onboarding(token));
  await front.settle();
  if (answer.status === 200) sessions.set(id, sessionIn(answer));
  const isLess = front.world.directory.events.some(
    ({ action, target }) => action === 'access.reduced' && target.id === id,
  );
  return { outcome: answer.status === 200 && isLess ? 'less' : outcomeOf(answer), actor: id };
}
