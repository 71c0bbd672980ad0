import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Arranged,
  arrangeOrganization,
  arrangePending,
  arrangeUser,
  freshEmail,
  password,
} from '../harness/arrange.ts';
import {
  type Answer,
  ask,
  type Front,
  outcomeOf,
  refused,
  type Session,
  sessionIn,
  tokenIn,
} from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const another = 'eleven blue kites over the harbour';

const signIn = (email: string, typed = password) => ask(front, 'sign-in', { email, password: typed });
const reset = (token: string, typed = another) => ask(front, 'reset-password', { token, password: typed });
const me = (session: Session) => refused(front, 'get-me', {}, session);

/** Asks for a reset link; how many have come by now, oldest first. */
async function resetTokens(email: string): Promise<string[]> {
  expect((await ask(front, 'forgot-password', { email })).status).toBe(202);
  await front.settle();
  const mails = await front.mailsTo(email);
  return mails.filter(mail => mail.text.includes('/reset#')).map(tokenIn);
}

/** An answer without what is different in every one. */
const comparable = ({ status, body }: Answer) => ({ status, body: body && { ...body, requestId: '' } });

describe('signing in', () => {
  test('answers with who it is, and keeps the refresh token from scripts', async () => {
    const answer = await signIn(home.owner.email);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      person: { id: home.owner.id, email: home.owner.email },
      organizations: [{ id: home.org, kind: 'customer', name: 'Northwind', role: 'owner', status: 'active' }],
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.cookies).toHaveLength(1);
    expect(answer.cookies[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await me(sessionIn(answer))).status).toBe(200);
    const trail = await front.trail(home.org);
    expect(trail.at(-1)).toMatchObject({ action: 'person.signed-in', actor: { id: home.owner.id } });
  });

  test('takes the address in any case and with spaces around it', async () => {
    expect((await signIn(`  ${home.owner.email.toUpperCase()} `)).status).toBe(200);
  });

  test('answers the same for a wrong password and an address that nobody has', async () => {
    const wrong = await signIn(home.owner.email, another);
    const unknown = await signIn(freshEmail('nobody'), another);
    expect(outcomeOf(wrong)).toBe('wrong-credentials');
    expect(comparable(unknown)).toEqual(comparable(wrong));
    expect(unknown.cookies).toEqual(wrong.cookies);
  });

  test('is refused, with the reason, to somebody whom no organization lets in', async () => {
    const them = await arrangeUser(front, home);
    await ask(front, 'deactivate-user', { org: home.org, user: them.id }, home.owner);
    const answer = await signIn(them.email);
    expect([answer.status, outcomeOf(answer), answer.cookies]).toEqual([403, 'no-active-membership', []]);
    expect(outcomeOf(await signIn(them.email, another))).toBe('wrong-credentials');
  });

  test('is not possible before the invitation is accepted', async () => {
    const email = freshEmail('invited');
    const person = { firstName: 'I', lastName: 'I', email, role: 'user', access: { mode: 'all' } };
    await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
    expect(outcomeOf(await signIn(email))).toBe('wrong-credentials');
  });

  test.each([
    ['no challenge at all', 'nonsense', { code: '123456' }],
    ['JSON of something else', Buffer.from('{"a":1}').toString('base64url'), { code: '123456' }],
    ['one for nobody', challengeFor('usr_00000000000000000000000000'), { code: '123456' }],
  ])('refuses the answer to %s', async (_, session, given) => {
    const answer = await refused(front, 'answer-challenge', { session, ...given });
    expect([answer.status, outcomeOf(answer)]).toEqual([401, 'wrong-answer']);
  });

  test('refuses a made-up challenge of somebody real, and says which answer it lacks', async () => {
    const session = challengeFor(home.owner.id);
    expect(outcomeOf(await refused(front, 'answer-challenge', { session, code: '123456' }))).toBe(
      'wrong-answer',
    );
    const empty = await refused(front, 'answer-challenge', { session });
    expect(empty.body.errors).toEqual([expect.objectContaining({ pointer: '/code', code: 'required' })]);
  });
});

function challengeFor(person: string): string {
  const challenge = { person, kind: 'authenticator-code', session: 'a session that Cognito never gave' };
  return Buffer.from(JSON.stringify(challenge)).toString('base64url');
}

describe('a session', () => {
  test('is refreshed with a new access token', async () => {
    const before = sessionIn(await signIn(home.owner.email));
    const answer = await ask(front, 'refresh-session', {}, { cookie: before.cookie });
    expect(answer.status).toBe(200);
    expect(answer.body.accessToken).not.toBe(before.accessToken);
    expect((await me({ ...before, accessToken: answer.body.accessToken })).status).toBe(200);
  });

  test.each([
    'tenantry_refresh=',
    'tenantry_refresh=nonsense',
    'tenantry_refresh=usr_00000000000000000000000000:a:b',
    'other=1',
  ])('is not refreshed with the cookie %s, which is cleared', async cookie => {
    const answer = await refused(front, 'refresh-session', {}, { cookie });
    expect([answer.status, outcomeOf(answer)]).toEqual([401, 'session-ended']);
    expect(answer.cookies[0]).toMatch(/^tenantry_refresh=; Max-Age=0; /);
  });

  test("is not refreshed with one person's token under another's name", async () => {
    const them = await arrangeUser(front, home);
    const mixed = them.cookie.replace(them.id, home.owner.id);
    expect((await refused(front, 'refresh-session', {}, { cookie: mixed })).status).toBe(401);
  });

  test('is over at the very next request after signing out, though its token is still valid', async () => {
    const [session, other] = [sessionIn(await signIn(home.owner.email)), home.owner];
    const out = await ask(front, 'sign-out', {}, session);
    expect([out.status, out.body]).toEqual([204, undefined]);
    expect(out.cookies[0]).toMatch(/^tenantry_refresh=; Max-Age=0; /);
    expect(outcomeOf(await me(session))).toBe('session-ended');
    expect(outcomeOf(await refused(front, 'list-users', { org: home.org }, session))).toBe('session-ended');
    expect(outcomeOf(await refused(front, 'refresh-session', {}, session))).toBe('session-ended');
    expect((await me(other)).status).toBe(200);
    expect((await ask(front, 'sign-out', {}, session)).status).toBe(204);
  });

  test('ends with its access token after ten minutes, and is renewed by the cookie', async () => {
    const session = sessionIn(await signIn(home.owner.email));
    await front.advance(601);
    expect(outcomeOf(await refused(front, 'get-me', {}, session))).toBe('not-signed-in');
    const { accessToken } = (await ask(front, 'refresh-session', {}, session)).body;
    expect((await refused(front, 'get-me', {}, { accessToken })).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the link in a mail: old sessions and the link are dead, the person is told', async () => {
    const them = await arrangeUser(front, home);
    const [token = ''] = await resetTokens(them.email);
    const answer = await reset(token);
    expect(answer.status).toBe(200);
    expect((await me(sessionIn(answer))).status).toBe(200);

    expect(outcomeOf(await me(them))).toBe('session-ended');
    expect(outcomeOf(await refused(front, 'refresh-session', {}, them))).toBe('session-ended');
    expect(outcomeOf(await signIn(them.email))).toBe('wrong-credentials');
    expect((await signIn(them.email, another)).status).toBe(200);
    expect(outcomeOf(await reset(token, 'a third one, which comes too late'))).toBe('link-unknown');
    expect((await signIn(them.email, another)).status).toBe(200);

    await front.settle();
    const last = (await front.mailsTo(them.email)).at(-1);
    expect(last?.subject).toMatch(/password/i);
    expect(last?.text).not.toContain('/reset#');
    const trail = (await front.trail(home.org)).filter(({ target }) => target.id === them.id);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.reset-requested', 'password.changed']),
    );
  });

  test('closes every link that was asked for before', async () => {
    const them = await arrangeUser(front, home);
    await resetTokens(them.email);
    const [first = '', second = ''] = await resetTokens(them.email);
    expect(second).not.toBe('');
    expect((await reset(second)).status).toBe(200);
    expect(outcomeOf(await reset(first))).toBe('link-unknown');
  });

  test('has a link that lives an hour', async () => {
    const them = await arrangeUser(front, home);
    const [token = ''] = await resetTokens(them.email);
    await front.advance(60 * 60);
    expect(outcomeOf(await reset(token))).toBe('link-unknown');
    expect((await signIn(them.email)).status).toBe(200);
  });

  test('leaves the link usable when the new password is not good enough', async () => {
    const them = await arrangeUser(front, home);
    const [token = ''] = await resetTokens(them.email);
    for (const [weak, code] of [
      ['short', 'too-short'],
      ['aaaaaaaaaaaaaaaaaaaaaaaa', 'too-simple'],
      [`${them.email}!`, 'too-personal'],
    ]) {
      const answer = await refused(front, 'reset-password', { token, password: weak });
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/password', code })]);
    }
    expect((await reset(token)).status).toBe(200);
  });

  test('answers the same for an address that nobody has, and mails nothing to it', async () => {
    const them = await arrangeUser(front, home);
    const nobody = freshEmail('nobody');
    const [known, unknown] = [
      await ask(front, 'forgot-password', { email: them.email }),
      await ask(front, 'forgot-password', { email: nobody }),
    ];
    expect(comparable(unknown)).toEqual(comparable(known));
    await front.settle();
    expect(await front.mailsTo(nobody)).toEqual([]);
  });

  test('gives no way in to whoever was deactivated, or has not accepted yet', async () => {
    const them = await arrangeUser(front, home);
    await ask(front, 'deactivate-user', { org: home.org, user: them.id }, home.owner);
    expect(await resetTokens(them.email)).toEqual([]);
    const email = freshEmail('invited');
    const person = { firstName: 'I', lastName: 'I', email, role: 'user', access: { mode: 'all' } };
    await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
    expect(await resetTokens(email)).toEqual([]);
  });

  test('is no use for accepting, nor an invitation for choosing a password', async () => {
    const them = await arrangeUser(front, home);
    const [token = ''] = await resetTokens(them.email);
    expect(outcomeOf(await refused(front, 'accept-invitation', { token }))).toBe('link-unknown');
    const invited = await arrangePending(front, home);
    expect(outcomeOf(await reset(invited.token))).toBe('link-unknown');
  });
});
