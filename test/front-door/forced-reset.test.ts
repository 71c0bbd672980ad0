import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type Arranged,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  onboarding,
  password,
} from '../harness/arrange.ts';
import { challengeFor, enrolApp, enrolTelephone, signInWithApp } from '../harness/arrange-factors.ts';
import { ask, type Front, outcomeOf, refused, sessionIn, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const another = 'eleven blue kites over the harbour';
const signIn = (email: string, typed = password) => refused(front, 'sign-in', { email, password: typed });

/** What the owner of an organization asks about one of its users. */
const about = (user: string, of = home) => ({
  force: () => refused(front, 'force-password-reset', { org: of.org, user }, of.owner),
  request: () => refused(front, 'reset-user-password', { org: of.org, user }, of.owner),
  resetMfa: () => refused(front, 'reset-user-mfa', { org: of.org, user }, of.owner),
});

async function newestResetToken(email: string): Promise<string> {
  await front.settle();
  return tokenIn((await front.mailsTo(email)).filter(mail => mail.text.includes('/reset#')).at(-1));
}

describe('a forced reset', () => {
  test('signs out everywhere, and nothing works until the link in the mail has been used', async () => {
    const them = await arrangeUser(front, home);
    expect((await about(them.id).force()).status).toBe(200);
    expect(outcomeOf(await refused(front, 'get-me', {}, them))).toBe('session-ended');
    expect(outcomeOf(await refused(front, 'refresh-session', {}, them))).toBe('session-ended');
    const right = await signIn(them.email);
    expect([right.status, outcomeOf(right), right.cookies]).toEqual([403, 'password-reset-required', []]);
    expect(outcomeOf(await signIn(them.email, another))).toBe('wrong-credentials');

    const token = await newestResetToken(them.email);
    const reset = await ask(front, 'reset-password', { token, password: another });
    expect(reset.status).toBe(200);
    expect((await ask(front, 'get-me', {}, sessionIn(reset))).status).toBe(200);
    expect((await signIn(them.email, another)).status).toBe(200);
    expect(outcomeOf(await signIn(them.email))).toBe('wrong-credentials');
    const told = (await front.trail(home.org)).filter(({ target }) => target.id === them.id);
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.reset-forced', 'password.changed']),
    );
  });

  test('is also done by a link that was asked for oneself', async () => {
    const them = await arrangeUser(front, home);
    await about(them.id).force();
    await ask(front, 'forgot-password', { email: them.email });
    const token = await newestResetToken(them.email);
    expect((await ask(front, 'reset-password', { token, password: another })).status).toBe(200);
  });

  test('once more changes nothing and mails nothing', async () => {
    const them = await arrangeUser(front, home);
    await about(them.id).force();
    await front.settle();
    const mails = (await front.mailsTo(them.email)).length;
    expect((await about(them.id).force()).status).toBe(200);
    await front.settle();
    expect(await front.mailsTo(them.email)).toHaveLength(mails);
  });

  test('comes before the second factor is of any use, and after the link it is asked for', async () => {
    const them = await arrangeUser(front, home);
    const app = await enrolApp(front, them);
    await about(them.id).force();
    expect(outcomeOf(await signInWithApp(front, them.email, app))).toBe('password-reset-required');
    const token = await newestResetToken(them.email);
    const reset = await ask(front, 'reset-password', { token, password: another });
    expect(reset.body).toHaveProperty('challenge.kind', 'authenticator-code');
    expect((await signInWithApp(front, them.email, app, another)).status).toBe(200);
  });

  test('gives no access that was taken away in between', async () => {
    const them = await arrangeUser(front, home);
    await about(them.id).force();
    const token = await newestResetToken(them.email);
    await ask(front, 'deactivate-user', { org: home.org, user: them.id }, home.owner);
    const reset = await refused(front, 'reset-password', { token, password: another });
    expect(outcomeOf(reset)).toBe('no-active-membership');
    await ask(front, 'reactivate-user', { org: home.org, user: them.id }, home.owner);
    expect((await signIn(them.email, another)).status).toBe(200);
  });
});

describe('a reset that an administrator asks for', () => {
  test('mails a link, while the old password works', async () => {
    const them = await arrangeUser(front, home);
    expect((await about(them.id).request()).status).toBe(202);
    expect((await signIn(them.email)).status).toBe(200);
    const token = await newestResetToken(them.email);
    expect((await ask(front, 'reset-password', { token, password: another })).status).toBe(200);
  });

  test('is given so often an hour, however often strangers have asked', async () => {
    const them = await arrangeUser(front, home);
    for (let i = 0; i < 5; i++) await ask(front, 'forgot-password', { email: them.email });
    for (let i = 0; i < 5; i++) expect((await about(them.id).request()).status).toBe(202);
    const answer = await about(them.id).request();
    expect([answer.status, outcomeOf(answer)]).toEqual([429, 'too-many-attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await about(them.id).force()).status).toBe(200);
  });
});

describe('resetting second factors', () => {
  test('clears app, telephone and recovery codes and signs out; a password is enough until another is enrolled', async () => {
    const them = await arrangeUser(front, home);
    await enrolTelephone(front, them);
    const old = await enrolApp(front, them);
    expect((await about(them.id).resetMfa()).body).toMatchObject({ mfa: { enrolled: [] } });
    expect(outcomeOf(await refused(front, 'get-me', {}, them))).toBe('session-ended');
    await front.settle();
    expect((await front.mailsTo(them.email)).at(-1)?.text).toMatch(/second factor|two-factor/i);

    const answer = await signIn(them.email);
    expect(answer.body).toMatchObject({ person: { mfa: { enrolled: [], recoveryCodesLeft: 0 } } });
    const session = sessionIn(answer);
    const fresh = await enrolApp(front, session);
    expect(fresh.recoveryCodes).toHaveLength(10);
    await front.settle();
    expect(outcomeOf(await signInWithApp(front, them.email, old))).toBe('wrong-answer');
    expect((await signInWithApp(front, them.email, fresh)).status).toBe(200);
  });

  test('leads whoever must have one to set up another', async () => {
    const them = await arrangeUser(front, home, 'user', { requireMfa: true });
    await enrolApp(front, them);
    await about(them.id).resetMfa();
    await front.settle();
    const answer = await signIn(them.email);
    expect(answer.body).toMatchObject({ awaits: { kind: 'second-factor' } });
    const app = await enrolApp(front, sessionIn(answer));
    expect((await signInWithApp(front, them.email, app)).status).toBe(200);
  });

  // Where everything is real, Cognito may have heard before the sign-in: in memory nobody hears until things settle.
  test.skipIf(inject('cloud'))(
    'is not undone, and does not undo, where the old factor is still asked for a moment',
    async () => {
      const them = await arrangeUser(front, home);
      const old = await enrolApp(front, them);
      await about(them.id).resetMfa();
      // Cognito has not heard of it: the old app signs in for the last time.
      const session = sessionIn(await signInWithApp(front, them.email, old));
      const fresh = await enrolApp(front, session);
      await front.settle();
      expect((await signInWithApp(front, them.email, fresh)).status).toBe(200);
      await challengeFor(front, them.email);
    },
  );
});

describe.each(['force', 'request', 'resetMfa'] as const)('%s', what => {
  test('is for the organization that looks after the account', async () => {
    const elsewhere = await arrangeUser(front, await arrangeOrganization(front));
    await ask(front, 'invite-user', { org: home.org, ...invitee(elsewhere.email) }, home.owner);
    const invited = await about(elsewhere.id)[what]();
    expect([invited.status, outcomeOf(invited)]).toEqual([409, 'wrong-status']);
    await front.settle();
    const token = tokenIn((await front.mailsTo(elsewhere.email)).at(-1));
    await ask(front, 'accept-invitation', onboarding(token), elsewhere);
    const accepted = await about(elsewhere.id)[what]();
    expect([accepted.status, outcomeOf(accepted)]).toEqual([403, 'not-home']);
  });

  test('is for whoever may manage the user, and not before they have accepted', async () => {
    const admin = await arrangeUser(front, home, 'admin');
    const route = (
      { force: 'force-password-reset', request: 'reset-user-password', resetMfa: 'reset-user-mfa' } as const
    )[what];
    const answer = await refused(front, route, { org: home.org, user: home.owner.id }, admin);
    expect(outcomeOf(answer)).toBe('role-too-high');
    const { body } = await ask(front, 'invite-user', { org: home.org, ...invitee(freshEmail()) }, home.owner);
    expect(outcomeOf(await about(body.id)[what]())).toBe('wrong-status');
    if (what !== 'request') expect(outcomeOf(await about(home.owner.id)[what]())).toBe('own-account');
  });
});
