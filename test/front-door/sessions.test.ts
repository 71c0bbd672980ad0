import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Arranged,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  onboarding,
  password,
} from '../harness/arrange.ts';
import { challengeFor, enrolApp, signInWithApp } from '../harness/arrange-factors.ts';
import { arrangeApiUser, arrangeClient, scriptSession } from '../harness/arrange-scripts.ts';
import { races } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
});

const another = 'eleven blue kites over the harbour';
const signIn = async (email: string, typed = password) =>
  sessionIn(await ask(front, 'sign-in', { email, password: typed }));
const mine = async (who: Session) => (await ask(front, 'list-my-sessions', {}, who)).body.items;
const current = async (who: Session) => (await mine(who)).find(session => session.current)?.id ?? '';
const works = async (who: Session) => outcomeOf(await refused(front, 'get-me', {}, who));
const refreshes = async ({ cookie }: Session) =>
  outcomeOf(await refused(front, 'refresh-session', {}, { cookie }));

describe('my sessions', () => {
  test('are listed with device, address, first and last use, the one used last first', async () => {
    const them = await arrangeUser(front, home);
    await front.advance(400);
    const second = await signIn(them.email);
    await front.advance(400);
    await ask(front, 'get-organization', { org: home.org }, them);
    const [first, other] = await mine(them);
    expect(first).toMatchObject({ current: true, device: expect.any(String), ip: expect.any(String) });
    expect((first?.lastUsedAt ?? '') > (first?.createdAt ?? '')).toBe(true);
    expect(other).toMatchObject({ current: false, id: await current(second) });
  });

  test('end one by one, at the next request', async () => {
    const them = await arrangeUser(front, home);
    const second = await signIn(them.email);
    const session = await current(second);
    expect((await ask(front, 'end-my-session', { session }, them)).status).toBe(204);
    expect(await works(second)).toBe('session-ended');
    expect(await refreshes(second)).toBe('session-ended');
    expect(await works(them)).toBe('200');
    expect(await mine(them)).toHaveLength(1);
    expect(outcomeOf(await refused(front, 'end-my-session', { session }, them))).toBe('not-found');
  });

  test('of somebody else are none of mine', async () => {
    const [one, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
    const session = await current(other);
    expect(outcomeOf(await refused(front, 'end-my-session', { session }, one))).toBe('not-found');
    expect(await works(other)).toBe('200');
  });

  test('but for the one that asks end all at once, and that one goes on for as long as it would have', async () => {
    const them = await arrangeUser(front, home);
    const [second, third] = [await signIn(them.email), await signIn(them.email)];
    expect((await ask(front, 'end-my-sessions', {}, them)).status).toBe(204);
    expect(await Promise.all([second, third].map(works))).toEqual(['session-ended', 'session-ended']);
    expect(await works(them)).toBe('200');
    expect(await mine(them)).toHaveLength(1);
    await front.settle();
    expect(await refreshes(them)).toBe('200');
    const fourth = await signIn(them.email);
    expect(await works(fourth)).toBe('200');
    expect((await ask(front, 'end-my-sessions', { which: 'others' }, fourth)).status).toBe(204);
    expect(await works(them)).toBe('session-ended');
  });

  test('end all, the one that asks included', async () => {
    const them = await arrangeUser(front, home);
    const second = await signIn(them.email);
    expect((await ask(front, 'end-my-sessions', { which: 'all' }, them)).status).toBe(204);
    expect(await Promise.all([them, second].map(works))).toEqual(['session-ended', 'session-ended']);
    await front.settle();
    expect(await Promise.all([them, second].map(refreshes))).toEqual(['session-ended', 'session-ended']);
    expect(await works(await signIn(them.email))).toBe('200');
  });

  test('of scripts say whose application it is', async () => {
    const client = await arrangeClient(front, home);
    const them = await arrangeApiUser(front, home);
    await scriptSession(front, client, them);
    expect((await mine(them)).map(session => session.client)).toContain(client.id);
  });
});

describe('changing my password', () => {
  const change = (who: Session, current: string, chosen = another) =>
    refused(front, 'change-my-password', { current, password: chosen }, who);

  test('takes the present one, ends every other session and keeps this one; the person is told', async () => {
    const them = await arrangeUser(front, home);
    const second = await signIn(them.email);
    expect((await change(them, password)).status).toBe(204);
    expect(await works(them)).toBe('200');
    expect(await works(second)).toBe('session-ended');
    await front.settle();
    expect(await refreshes(them)).toBe('200');
    expect(await works(await signIn(them.email, another))).toBe('200');
    expect(outcomeOf(await refused(front, 'sign-in', { email: them.email, password }))).toBe(
      'wrong-credentials',
    );
    expect((await front.mailsTo(them.email)).at(-1)?.subject).toMatch(/password/i);
  });

  test('is refused with a wrong one, and after too many', async () => {
    const them = await arrangeUser(front, home);
    const wrong = await change(them, 'something else entirely');
    expect([wrong.status, outcomeOf(wrong)]).toEqual([422, 'wrong-password']);
    for (let i = 0; i < 9; i++) await change(them, 'something else entirely');
    const answer = await change(them, password);
    expect(outcomeOf(answer)).toBe('too-many-attempts');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await front.advance(16 * 60);
    const later = await ask(front, 'change-my-password', { current: password, password: another }, them);
    expect(later.status).toBe(204);
  });

  test.each([
    ['short', 'too-short'],
    ['northwind northwind', 'too-personal'],
    [password, 'unchanged'],
    ['Password-Password-1', 'too-common'],
  ])('keeps to the rules of a good one: %s', async (chosen, code) => {
    const answer = await change(await arrangeUser(front, home), password, chosen);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/password', code })]);
  });

  test('needs no code where a second factor is enrolled, and leaves it as it is', async () => {
    const them = await arrangeUser(front, home);
    const app = await enrolApp(front, them);
    expect(
      (await ask(front, 'change-my-password', { current: password, password: another }, them)).status,
    ).toBe(204);
    expect((await challengeFor(front, them.email, another)).kind).toBe('authenticator-code');
    expect((await signInWithApp(front, them.email, app, another)).status).toBe(200);
  });

  test('closes the links to choose one that were asked for before', async () => {
    const them = await arrangeUser(front, home);
    await ask(front, 'forgot-password', { email: them.email });
    await front.settle();
    const token = tokenIn((await front.mailsTo(them.email)).at(-1));
    await change(them, password);
    expect(
      outcomeOf(await refused(front, 'reset-password', { token, password: 'a third one, too late' })),
    ).toBe('link-unknown');
  });
});

describe('the sessions of a user', () => {
  const asOwner = (user: string, more = {}) => ({ org: home.org, user, ...more });

  test('are seen and ended by an administrator', async () => {
    const them = await arrangeUser(front, home);
    const listed = await ask(front, 'list-user-sessions', asOwner(them.id), home.owner);
    expect(listed.body.items).toMatchObject([{ current: false }]);
    const session = listed.body.items[0]?.id ?? '';
    expect((await ask(front, 'end-user-session', asOwner(them.id, { session }), home.owner)).status).toBe(
      204,
    );
    expect(await works(them)).toBe('session-ended');
    const once = await refused(front, 'end-user-session', asOwner(them.id, { session }), home.owner);
    expect(outcomeOf(once)).toBe('not-found');
    const trail = await front.trail(home.org);
    expect(trail.at(-1)).toMatchObject({ action: 'session.ended', actor: { id: home.owner.id } });
  });

  test('are all ended at home, and come to an end at Cognito, too', async () => {
    const them = await arrangeUser(front, home);
    const second = await signIn(them.email);
    expect((await ask(front, 'sign-out-user', asOwner(them.id), home.owner)).status).toBe(200);
    expect(await Promise.all([them, second].map(works))).toEqual(['session-ended', 'session-ended']);
    await front.settle();
    expect(await front.world.identity.refresh(them.cookie.split(':').at(-1) ?? '')).toBeUndefined();
    expect(await front.world.directory.listSessions(them.id)).toEqual([]);
    expect(await works(await signIn(them.email))).toBe('200');
  });

  test('are ended in this organization alone where another looks after the account', async () => {
    const elsewhere = await arrangeOrganization(front);
    const them = await arrangeUser(front, elsewhere);
    const about = asOwner(them.id);
    await ask(front, 'invite-user', { org: home.org, ...invitee(them.email) }, home.owner);
    expect((await ask(front, 'list-user-sessions', about, home.owner)).body.items).toEqual([]);
    expect(outcomeOf(await refused(front, 'sign-out-user', about, home.owner))).toBe('wrong-status');
    await front.settle();
    await ask(
      front,
      'accept-invitation',
      onboarding(tokenIn((await front.mailsTo(them.email)).at(-1))),
      them,
    );
    const session = await current(them);

    expect(outcomeOf(await refused(front, 'list-user-sessions', about, home.owner))).toBe('not-home');
    const end = await refused(front, 'end-user-session', { ...about, session }, home.owner);
    expect(outcomeOf(end)).toBe('not-home');
    expect((await ask(front, 'sign-out-user', about, home.owner)).status).toBe(200);
    const at = (org: string) => refused(front, 'get-organization', { org }, them).then(outcomeOf);
    expect([await at(home.org), await at(elsewhere.org)]).toEqual(['not-found', '200']);
    // Whoever ends their other sessions, or chooses another password, keeps what an organization has not ended.
    await ask(front, 'end-my-sessions', { which: 'others' }, them);
    await ask(front, 'change-my-password', { current: password, password: another }, them);
    expect([await at(home.org), await at(elsewhere.org)]).toEqual(['not-found', '200']);
    const fresh = await signIn(them.email, another);
    expect(outcomeOf(await refused(front, 'get-organization', { org: home.org }, fresh))).toBe('200');
  });

  test('are for whoever may manage the user, and there are none before they have accepted', async () => {
    const admin = await arrangeUser(front, home, 'admin');
    const session = await current(home.owner);
    const about = asOwner(home.owner.id);
    expect(outcomeOf(await refused(front, 'sign-out-user', about, admin))).toBe('role-too-high');
    const end = await refused(front, 'end-user-session', { ...about, session }, admin);
    expect(outcomeOf(end)).toBe('role-too-high');
    const { body } = await ask(front, 'invite-user', { org: home.org, ...invitee(freshEmail()) }, home.owner);
    expect(outcomeOf(await refused(front, 'sign-out-user', asOwner(body.id), home.owner))).toBe(
      'wrong-status',
    );
    const nobody = await refused(front, 'end-user-session', asOwner(body.id, { session }), home.owner);
    expect(outcomeOf(nobody)).toBe('not-found');
  });
});

test.each(races(100))(
  'a sign-in under way while everything is ended does not slip through (%i)',
  async () => {
    const them = await arrangeUser(front, home);
    const [answer] = await Promise.all([
      refused(front, 'sign-in', { email: them.email, password }),
      ask(front, 'force-password-reset', { org: home.org, user: them.id }, home.owner),
    ]);
    if (answer.status === 200) expect(await works(sessionIn(answer))).toBe('session-ended');
    else expect(['password-reset-required', 'unavailable']).toContain(outcomeOf(answer));
  },
);
