/** Plays steps against the product and its model at once, and compares what each says. */
import { expect } from 'vitest';
import type { RouteKey } from '../../../shared/contract/routes.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { arrangeOrganization, freshEmail, onboarding, password } from '../../harness/arrange.ts';
import { fakeFront } from '../../harness/fake-front.ts';
import { outcomeOf, refused, type Session, sessionIn, tokenIn } from '../../harness/front.ts';
import { compare } from './compare.ts';
import { apply, type Doing, predict } from './deeds.ts';
import { addressOf, doingOf, type Game, oneOf, orgId, type Step, time } from './game.ts';
import {
  accepting,
  accessRefusal,
  at,
  claimantOf,
  confirming,
  hasRunOut,
  holderOf,
  holdsAll,
  inStatus,
  letGo,
  type Model,
  may,
  seatIsFree,
  settle,
  settleRights,
  signingIn,
} from './model.ts';

const seats = 4;

/** Two organizations, whose owners are the first two people; the other addresses nobody has yet. */
export async function begin(): Promise<Game> {
  const front = fakeFront();
  const homes = [await arrangeOrganization(front, { seats }), await arrangeOrganization(front, { seats })];
  const model: Model = {
    seats,
    people: new Map(),
    members: new Map(),
    links: new Map(),
    confirmations: [],
    count: 0,
  };
  for (const [i, { owner }] of homes.entries()) {
    model.people.set(i, { id: owner.id, email: owner.email, hasPassword: true, home: i });
    const founder = { role: 'owner', status: 'active', revoked: false, freed: false, sending: 0 } as const;
    const rights = { hasAll: false, vouchers: [] };
    model.members.set(at(i, i), { ...founder, ...rights, accepted: ++model.count, expiresAt: 0 });
  }
  const addresses = [...homes.map(({ owner }) => owner.email), ...[2, 3, 4, 5].map(() => freshEmail('life'))];
  return { front, model, homes, addresses, sessions: new Map(), mailsSeen: front.world.mailbox.length };
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
    await invite(game, { ...step, by: oneOf(game, step.by, inStatus(model, step.org, 'active')) });
  } else if (step.do === 'change') {
    await change(game, doingOf(game, step));
  } else if (step.do === 'accept') {
    const mailed = inStatus(model, step.org, 'invited').filter(who => model.links.has(at(step.org, who)));
    await accept(game, { ...step, who: oneOf(game, step.who, mailed) });
  } else if (step.do === 'confirm') await confirm(game, step);
  await front.settle();
  compare(game, JSON.stringify(step));
}

/** Somebody's session; undefined when they cannot sign in, as the model says they cannot. */
async function sessionOf(game: Game, who: number): Promise<Session | undefined> {
  const { model, sessions, front } = game;
  const { email } = model.people.get(who) ?? {};
  if (!email || holderOf(model, email) !== who) return undefined;
  const held = sessions.get(who);
  if (held) return held;
  const answer = await refused(front, 'sign-in', { email, password });
  expect(outcomeOf(answer)).toBe(signingIn(model, who));
  if (answer.status !== 200) return undefined;
  const session = sessionIn(answer);
  sessions.set(who, session);
  return session;
}

async function invite(
  game: Game,
  { org, by, address, role, silent }: Extract<Step, { do: 'invite' }>,
): Promise<void> {
  const { model, front } = game;
  const session = await sessionOf(game, by);
  if (!session) return;
  const email = addressOf(game, address);
  const expected = predictInvite(game, { org, by, email, role, silent });
  const person = {
    firstName: 'L',
    lastName: 'L',
    email,
    role,
    access: { mode: 'all' },
    sendInvitation: !silent,
  };
  const answer = await refused(front, 'invite-user', { org: orgId(game, org), ...person }, session);
  expect(outcomeOf(answer)).toBe(expected);
  if (answer.status !== 201) return;
  const { id, invitation } = answer.body as unknown as UserView;
  const who = holderOf(model, email) ?? ++model.count + 1000;
  if (!model.people.has(who)) model.people.set(who, { id, email, hasPassword: false, home: org });
  letGo(model, email);
  const expiresAt = invitation?.expiresAt ? Date.parse(invitation.expiresAt) : undefined;
  const fresh = { revoked: false, freed: false, sending: silent ? 0 : ++model.count };
  const rights = { role, hasAll: true, vouchers: [by] };
  model.members.set(at(org, who), { ...rights, status: 'invited', expiresAt, ...fresh });
  await keepMails(game, org, who);
}

type Inviting = Pick<Doing, 'org' | 'by' | 'email' | 'role'> & { silent: boolean };

function predictInvite(game: Game, { org, by, email, role, silent }: Inviting): string {
  const { model } = game;
  const actor = model.members.get(at(org, by));
  const refusal = accessRefusal(model, org, by);
  if (refusal || !actor) return refusal ?? 'not-found';
  if (!may(actor.role, 'invite', role)) return 'role-too-high';
  if (!holdsAll(actor)) return 'beyond-own-access';
  const holder = holderOf(model, email);
  const member = holder === undefined ? undefined : model.members.get(at(org, holder));
  if (member && member.status !== 'archived') return 'already-member';
  const claimant = holder === undefined ? claimantOf(model, email, time(game)) : undefined;
  if (claimant !== undefined && model.members.get(at(org, claimant))?.status === 'active')
    return 'already-member';
  return silent || seatIsFree(model, org) ? '201' : 'seats-exhausted';
}

async function change(game: Game, doing: Doing): Promise<void> {
  const { model, front } = game;
  const { deed, org, by, who } = doing;
  const session = await sessionOf(game, by);
  if (!session) return;
  const user = model.members.has(at(org, who)) ? model.people.get(who)?.id : front.world.ids.make('usr');
  const stored = front.world.directory.stored();
  const version = stored.find(
    it => it.type === 'user' && it.id === user && it.organization === orgId(game, org),
  );
  const headers = { 'if-match': `"${version && 'version' in version ? version.version : 1}"` };
  const expected = predict(model, doing, time(game));
  const input = { org: orgId(game, org), user, ...more(doing) };
  const answer = await refused(front, deed as RouteKey, input, session, { headers });
  expect(outcomeOf(answer), JSON.stringify(doing)).toBe(expected);
  if (answer.status >= 300) return;
  const { invitation, emailChange, link } = (answer.body ?? {}) as unknown as Partial<UserView> & {
    link?: string;
  };
  const until = deed === 'change-user-email' ? emailChange?.expiresAt : invitation?.expiresAt;
  apply(model, doing, Date.parse(until ?? ''), time(game));
  if (link) keepLink(game, org, who, link.split('#')[1] ?? '');
  await keepMails(game, org, who);
  if (['deactivate-user', 'archive-user', 'delete-user'].includes(deed)) game.sessions.clear();
}

function more({ deed, role, email }: Doing): object {
  if (deed === 'extend-invitation') return { expiresInMinutes: 90 };
  if (deed === 'edit-user') return { role };
  return deed === 'change-user-email' ? { email } : {};
}

async function accept(game: Game, { org, who, link: index }: Extract<Step, { do: 'accept' }>): Promise<void> {
  const { model, front } = game;
  const links = model.links.get(at(org, who)) ?? [];
  const link = links.at(-1 - (index % Math.max(links.length, 1)));
  if (!link) return;
  const expected = accepting(model, org, who, link, time(game));
  const answer = await refused(front, 'accept-invitation', onboarding(link.token));
  expect(outcomeOf(answer)).toBe(expected);
  const somebody = model.people.get(who);
  if (answer.status !== 200 || !somebody) return;
  const looksAfter = model.members.get(at(somebody.home, who))?.status;
  if (!somebody.hasPassword || !looksAfter || looksAfter === 'invited' || looksAfter === 'archived')
    somebody.home = org;
  somebody.hasPassword = true;
  const member = model.members.get(at(org, who));
  if (!member) return;
  settleRights(model, org, member);
  Object.assign(member, { status: 'active', accepted: ++model.count });
  settle(model, who);
}

async function confirm(game: Game, { link }: Extract<Step, { do: 'confirm' }>): Promise<void> {
  const { model, front } = game;
  const confirmation = model.confirmations.at(-1 - (link % Math.max(model.confirmations.length, 1)));
  if (!confirmation) return;
  const expected = confirming(model, confirmation, time(game));
  const answer = await refused(front, 'confirm-email-change', { token: confirmation.token });
  expect(outcomeOf(answer)).toBe(expected);
  const somebody = model.people.get(confirmation.who);
  if (answer.status !== 200 || !somebody?.wish) return;
  somebody.email = somebody.wish.email;
  somebody.wish = undefined;
  await front.settle();
  game.mailsSeen = front.world.mailbox.length;
}

/** Links in mails that have come since belong to whom the step was about. */
async function keepMails(game: Game, org: number, who: number): Promise<void> {
  const { front, model } = game;
  await front.settle();
  const { mailbox } = front.world;
  for (const mail of mailbox.slice(game.mailsSeen)) {
    if (mail.text.includes('/accept#')) keepLink(game, org, who, tokenIn(mail));
    if (mail.text.includes('/confirm-email#'))
      model.confirmations.push({
        token: tokenIn(mail),
        who,
        number: model.people.get(who)?.wish?.number ?? 0,
      });
  }
  game.mailsSeen = mailbox.length;
}

function keepLink({ model }: Game, org: number, who: number, token: string): void {
  const { sending = 0 } = model.members.get(at(org, who)) ?? {};
  model.links.set(at(org, who), [...(model.links.get(at(org, who)) ?? []), { token, sending }]);
}
