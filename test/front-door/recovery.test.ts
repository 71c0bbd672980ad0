import { beforeAll, expect, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import {
  challengeFor,
  codeOf,
  enrolApp,
  enrolTelephone,
  newestText,
  recoverWith,
  signInWithApp,
} from '../harness/arrange-factors.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

/** Somebody with an app, their recovery codes, and what signs in with one. */
async function arrangeWithCodes() {
  const them = await arrangeUser(front, home);
  const { recoveryCodes, ...app } = await enrolApp(front, them);
  const recover = (code: string | undefined, typed = password) => recoverWith(front, them.email, code, typed);
  return { them, app, codes: recoveryCodes, recover };
}

const left = async (answer: { body: unknown }) =>
  (answer.body as { person: { mfa: { recoveryCodesLeft: number } } }).person.mfa.recoveryCodesLeft;

test('a recovery code signs in once, in place of a code and with the password; the app is asked for as before', async () => {
  const { them, app, codes, recover } = await arrangeWithCodes();
  const answer = await recover(codes[0]);
  expect(answer.status).toBe(200);
  expect(await left(answer)).toBe(9);
  expect((await ask(front, 'get-me', {}, sessionIn(answer))).body.person.mfa.enrolled).toEqual([
    'authenticator',
  ]);
  expect(outcomeOf(await recover(codes[0]))).toBe('wrong-answer');
  expect((await recover(codes[1])).status).toBe(200);
  expect((await signInWithApp(front, them.email, app)).status).toBe(200);

  await front.settle();
  const told = (await front.trail(home.org)).filter(({ target }) => target.id === them.id);
  expect(told.filter(({ action }) => action === 'recovery-code.used')).toHaveLength(2);
  expect((await front.mailsTo(them.email)).at(-1)?.text).toContain('8');
  expect((await signInWithApp(front, them.email, app)).status).toBe(200);
});

test('it may be typed in capitals, with spaces or without anything between', async () => {
  const { codes, recover } = await arrangeWithCodes();
  expect((await recover(codes[0]?.replaceAll('-', ' ').toUpperCase())).status).toBe(200);
  expect((await recover(codes[1]?.replaceAll('-', ''))).status).toBe(200);
});

test('the answer does not tell whether the code or the password was wrong, and neither uses a code up', async () => {
  const { codes, recover } = await arrangeWithCodes();
  const wrongPassword = await recover(codes[0], 'not the password, but as long');
  const wrongCode = await recover('0000-0000-0000-0000');
  expect(outcomeOf(wrongCode)).toBe('wrong-answer');
  expect({ ...(wrongPassword.body as object), requestId: '' }).toEqual({
    ...(wrongCode.body as object),
    requestId: '',
  });
  expect((await recover(codes[0])).status).toBe(200);
});

test('it takes the password, too', async () => {
  const { them, codes } = await arrangeWithCodes();
  const { session } = await challengeFor(front, them.email);
  const answer = await refused(front, 'answer-challenge', { session, recoveryCode: codes[0] });
  expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/password', code: 'required' })]);
});

test.each(races(8))('of several at once with one code, one is signed in (%i)', async () => {
  const { them, app, codes } = await arrangeWithCodes();
  const challenges = await atOnce(4, () => challengeFor(front, them.email));
  const answers = await Promise.all(
    challenges.map(({ session }) =>
      refused(front, 'answer-challenge', { session, recoveryCode: codes[0], password }),
    ),
  );
  const outcomes = tally(answers);
  expect(outcomes['200']).toBe(1);
  expect((outcomes['wrong-answer'] ?? 0) + (outcomes['changed-meanwhile'] ?? 0)).toBe(3);
  await front.settle();
  expect((await signInWithApp(front, them.email, app)).status).toBe(200);
});

test.each(races(8))('a password alone opens nothing while somebody uses a recovery code (%i)', async () => {
  const { them, codes } = await arrangeWithCodes();
  const { session } = await challengeFor(front, them.email);
  const [recovered, ...others] = await Promise.all([
    ask(front, 'answer-challenge', { session, recoveryCode: codes[0], password }),
    ...(await atOnce(6, async () => ask(front, 'sign-in', { email: them.email, password }))),
  ]);
  expect(recovered.status).toBe(200);
  for (const { body, cookies } of others) {
    expect(body).toHaveProperty('challenge');
    expect(cookies).toEqual([]);
  }
});

test('where Cognito has lost the factor, a password alone opens nothing, and a recovery code still does', async () => {
  const { them, app, codes, recover } = await arrangeWithCodes();
  await front.world.identity.forgetFactors(them.id, ['authenticator']);
  expect(outcomeOf(await signInWithApp(front, them.email, app))).toBe('wrong-answer');
  const answer = await recover(codes[0]);
  expect(answer.status).toBe(200);
  await front.settle();
  const another = await enrolApp(front, sessionIn(answer));
  expect((await signInWithApp(front, them.email, another)).status).toBe(200);
});

test('without any code left there is nothing to ask for, and the refusal says what to do', async () => {
  const { them, codes, recover } = await arrangeWithCodes();
  for (const code of codes) expect((await recover(code)).status).toBe(200);
  await front.world.identity.askFor(them.id, []);
  const answer = await refused(front, 'sign-in', { email: them.email, password });
  expect([answer.status, outcomeOf(answer)]).toEqual([403, 'second-factor-unavailable']);
});

test('new codes replace the old ones, and are shown once', async () => {
  const { them, codes, recover } = await arrangeWithCodes();
  const renewed = await ask(front, 'renew-recovery-codes', {}, them);
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect(outcomeOf(await recover(codes[0]))).toBe('wrong-answer');
  expect((await recover(renewed.body.recoveryCodes?.[0])).status).toBe(200);
  const plain = await arrangeUser(front, home);
  const without = await refused(front, 'renew-recovery-codes', {}, plain);
  expect([without.status, outcomeOf(without)]).toEqual([409, 'wrong-status']);
});

test('only hashes are kept: no code is found in anything that is stored', async () => {
  const { codes } = await arrangeWithCodes();
  const everything = JSON.stringify(await front.stored()) + JSON.stringify(await front.trail(home.org));
  for (const code of codes) {
    expect(everything).not.toContain(code);
    expect(everything).not.toContain(code.replaceAll('-', ''));
  }
});

test('it works where codes come by text message, too', async () => {
  const them = await arrangeUser(front, home);
  const { telephone, recoveryCodes } = await enrolTelephone(front, them);
  expect((await recoverWith(front, them.email, recoveryCodes[0])).status).toBe(200);
  const { session } = await challengeFor(front, them.email);
  const code = await newestText(front, telephone);
  expect((await ask(front, 'answer-challenge', { session, code })).status).toBe(200);
});

test('an app that was enrolled with a recovery session is as good as any', async () => {
  const { them, codes, recover } = await arrangeWithCodes();
  const session = sessionIn(await recover(codes[0]));
  const app = await enrolApp(front, session);
  const { session: asked } = await challengeFor(front, them.email);
  const code = await codeOf(front, app);
  expect((await ask(front, 'answer-challenge', { session: asked, code })).status).toBe(200);
});
