/** Plays steps against the product and its model at once, and compares what each says. */
import { expect } from 'vitest';
import type { Role } from '../../../shared/contract/roles.ts';
import type { RouteKey } from '../../../shared/contract/routes.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import {
  type Arranged,
  arrangeOrganization,
  freshEmail,
  onboarding,
  password,
} from '../../harness/arrange.ts';
import { type FakeFront, fakeFront } from '../../harness/fake-front.ts';
import { outcomeOf, refused, type Session, sessionIn, tokenIn } from '../../harness/front.ts';
import { breaches } from '../../world/invariants.ts';
import { apply, type Deed, type Doing, predict } from './deeds.ts';
import {
  accepting,
  accessRefusal,
  at,
  hasRunOut,
  inStatus,
  type Member,
  type Model,
  may,
  seatIsFree,
  signingIn,
  takesSeat,
} from './model.ts';

export type Step =
  | { do: 'nothing' }
  | { do: 'invite'; org: number; by: number; who: number; role: Role; silent: boolean }
  | ({ do: 'change' } & Doing)
  | { do: 'accept'; org: number; who: number; link: number }
  | { do: 'wait'; minutes: number }
  | { do: 'expire' };

type Game = {
  front: FakeFront;
  model: Model;
  homes: Arranged[];
  emails: string[];
  sessions: Map<number, Session>;
  mailsSeen: number;
};

const seats = 4;

/** Two organizations, whose owners are the first two people; four more are known to nobody yet. */
export async function begin(): Promise<Game> {
  const front = fakeFront();
  const homes = [await arrangeOrganization(front, { seats }), await arrangeOrganization(front, { seats })];
  const model: Model = {
    seats,
    members: new Map(),
    links: new Map(),
    sendings: 0,
    passwords: new Set([0, 1]),
  };
  const founder = {
    role: 'owner',
    status: 'active',
    accepted: true,
    revoked: false,
    freed: false,
    sending: 0,
  } as const;
  for (const [i, { owner }] of homes.entries())
    model.members.set(at(i, i), { ...founder, id: owner.id, expiresAt: 0 });
  const emails = [...homes.map(({ owner }) => owner.email), ...[2, 3, 4, 5].map(() => freshEmail('life'))];
  return { front, model, homes, emails, sessions: new Map(), mailsSeen: front.world.mailbox.length };
}

export async function play(game: Game, step: Step): Promise<void> {
  const { front, model, sessions } = game;
  if (step.do === 'wait') {
    await front.advance(step.minutes * 60);
    sessions.clear();
  } else if (step.do === 'expire') {
    await front.runSchedule('expire-invitations');
    for (const member of model.members.values()) if (hasRunOut(member, time(game))) member.freed = true;
  } else if (step.do === 'invite') {
    await invite(game, {
      ...step,
      by: oneOf(step.by, inStatus(model, step.org, 'active')),
      who: oneOf(step.who),
    });
  } else if (step.do === 'change') {
    const by = oneOf(step.by, inStatus(model, step.org, 'active'));
    await change(game, { ...step, by, who: oneOf(step.who, inStatus(model, step.org, likely[step.deed])) });
  } else if (step.do === 'accept') {
    const mailed = inStatus(model, step.org, 'invited').filter(who => model.links.has(at(step.org, who)));
    await accept(game, { ...step, who: oneOf(step.who, mailed) });
  }
  await front.settle();
  compare(game, JSON.stringify(step));
}

/** In which status people are to whom something is mostly done; where there is none, in any. */
const likely: Partial<Record<Deed, Member['status']>> = {
  'send-invitation': 'invited',
  'extend-invitation': 'invited',
  'revoke-invitation': 'invited',
  'copy-invitation-link': 'invited',
  'deactivate-user': 'active',
  'reactivate-user': 'inactive',
};

/** The person behind a number: mostly one of those to whom something can happen, and now and then anybody. */
function oneOf(number: number, likely: readonly number[] = []): number {
  const isStray = number % 8 === 0 || likely.length === 0;
  return isStray ? number % 6 : (likely[number % likely.length] ?? 0);
}

const time = ({ front }: Game) => Date.parse(front.world.clock.now());
const orgId = ({ homes }: Game, org: number) => homes[org]?.org ?? '';

/** Somebody's session; undefined when they cannot sign in, as the model says they cannot. */
async function sessionOf(game: Game, who: number): Promise<Session | undefined> {
  const held = game.sessions.get(who);
  if (held) return held;
  const answer = await refused(game.front, 'sign-in', { email: game.emails[who], password });
  expect(outcomeOf(answer)).toBe(signingIn(game.model, who));
  if (answer.status !== 200) return undefined;
  const session = sessionIn(answer);
  game.sessions.set(who, session);
  return session;
}

async function invite(
  game: Game,
  { org, by, who, role, silent }: Extract<Step, { do: 'invite' }>,
): Promise<void> {
  const { model, front } = game;
  const session = await sessionOf(game, by);
  if (!session) return;
  const actor = model.members.get(at(org, by));
  const expected = () => {
    const refusal = accessRefusal(model, org, by);
    if (refusal || !actor) return refusal;
    if (!may(actor.role, 'invite', role)) return 'role-too-high';
    if (model.members.has(at(org, who))) return 'already-member';
    return silent || seatIsFree(model, org) ? '201' : 'seats-exhausted';
  };
  const person = { firstName: 'L', lastName: 'L', email: game.emails[who], role, sendInvitation: !silent };
  const answer = await refused(front, 'invite-user', { org: orgId(game, org), ...person }, session);
  expect(outcomeOf(answer)).toBe(expected());
  if (answer.status !== 201) return;
  const { id, invitation } = answer.body as unknown as UserView;
  const expiresAt = invitation?.expiresAt ? Date.parse(invitation.expiresAt) : undefined;
  const fresh = { accepted: false, revoked: false, freed: false, sending: silent ? 0 : ++model.sendings };
  model.members.set(at(org, who), { role, status: 'invited', id, expiresAt, ...fresh });
  await keepMails(game, org, who);
}

async function change(game: Game, step: Extract<Step, { do: 'change' }>): Promise<void> {
  const { deed, org, by, who } = step;
  const session = await sessionOf(game, by);
  if (!session) return;
  const user = game.model.members.get(at(org, who))?.id ?? game.front.world.ids.make('usr');
  const stored = game.front.world.directory.stored();
  const version = stored.find(
    it => it.type === 'user' && it.id === user && it.organization === orgId(game, org),
  );
  const headers = { 'if-match': `"${version && 'version' in version ? version.version : 1}"` };
  const more = deed === 'extend-invitation' ? { expiresInMinutes: 90 } : {};
  const expected = predict(game.model, step, time(game));
  const input = { org: orgId(game, org), user, ...more };
  const answer = await refused(game.front, deed as RouteKey, input, session, { headers });
  expect(outcomeOf(answer), JSON.stringify(step)).toBe(expected);
  if (answer.status >= 300) return;
  const { invitation, link } = (answer.body ?? {}) as unknown as Partial<UserView> & { link?: string };
  apply(game.model, step, Date.parse(invitation?.expiresAt ?? ''));
  if (link) keepLink(game, org, who, link.split('#')[1] ?? '');
  await keepMails(game, org, who);
  if (deed === 'deactivate-user' || deed === 'delete-user') game.sessions.clear();
}

async function accept(game: Game, { org, who, link: index }: Extract<Step, { do: 'accept' }>): Promise<void> {
  const { model, front } = game;
  const links = model.links.get(at(org, who)) ?? [];
  const link = links.at(-1 - (index % Math.max(links.length, 1)));
  if (!link) return;
  const expected = accepting(model, org, who, link, time(game));
  const answer = await refused(front, 'accept-invitation', onboarding(link.token));
  expect(outcomeOf(answer)).toBe(expected);
  if (answer.status !== 200) return;
  Object.assign(model.members.get(at(org, who)) ?? {}, { status: 'active', accepted: true });
  model.passwords.add(who);
}

/** Mails that have come since belong to whom the step was about. */
async function keepMails(game: Game, org: number, who: number): Promise<void> {
  await game.front.settle();
  const { mailbox } = game.front.world;
  for (const mail of mailbox.slice(game.mailsSeen)) keepLink(game, org, who, tokenIn(mail));
  game.mailsSeen = mailbox.length;
}

function keepLink({ model }: Game, org: number, who: number, token: string): void {
  const { id = '', sending = 0 } = model.members.get(at(org, who)) ?? {};
  model.links.set(at(org, who), [...(model.links.get(at(org, who)) ?? []), { token, id, sending }]);
}

/** What is stored is what the model tells, and nothing is amiss. */
function compare(game: Game, step: string): void {
  const stored = game.front.world.directory
    .stored()
    .flatMap(it =>
      it.type === 'user' ? [`${it.organization} ${it.id} ${it.role} ${it.status} ${it.seated}`] : [],
    );
  const told = [...game.model.members].map(([key, member]) => {
    return `${orgId(game, Number(key[0]))} ${member.id} ${member.role} ${member.status} ${takesSeat(member)}`;
  });
  expect(stored.sort(), step).toEqual(told.sort());
  expect(breaches(game.front.world), step).toEqual([]);
}
