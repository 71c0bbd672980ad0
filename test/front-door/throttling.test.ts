import { beforeAll, describe, expect, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail, password } from '../harness/arrange.ts';
import { challengeFor, codeOf, enrolApp } from '../harness/arrange-factors.ts';
import { type Answer, ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

const wrong = 'another lamp beside the river';
const signIn = (email: string, typed: string) => refused(front, 'sign-in', { email, password: typed });
const forgot = (email: string) => refused(front, 'forgot-password', { email });

/** All of an answer that may tell something: what is different in every one, or with every moment, is left out. */
const comparable = ({ status, body, headers, cookies }: Answer) => {
  const { date: _, 'x-request-id': __, 'apigw-requestid': ___, 'retry-after': wait, ...rest } = headers;
  const said = JSON.stringify({ ...(body as object), requestId: '' }).replace(
    /in \d+ minutes?/,
    'in some minutes',
  );
  return { status, cookies, said, headers: { ...rest, waits: wait !== undefined } };
};

/** Minutes by the clock end together for everybody: a test that counts in one begins at its beginning. */
async function beginOf(minutes: number): Promise<void> {
  const window = minutes * 60_000;
  await front.advance(Math.ceil((window - (Date.parse(front.world.clock.now()) % window)) / 1000) + 1);
}

async function times<T>(count: number, one: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(await one());
  return all;
}

describe('wrong passwords', () => {
  test('lock an account for the rest of a quarter of an hour, also against the right one; then it opens', async () => {
    const them = await arrangeUser(front, home);
    await beginOf(15);
    for (const answer of await times(10, () => signIn(them.email, wrong)))
      expect(outcomeOf(answer)).toBe('wrong-credentials');
    const locked = await signIn(them.email, password);
    expect([locked.status, outcomeOf(locked)]).toEqual([429, 'too-many-attempts']);
    const wait = Number(locked.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    expect(locked.body.detail).toMatch(/Try again in \d+ minutes?\./);
    await front.advance(wait);
    expect((await signIn(them.email, password)).status).toBe(200);
  });

  test('are answered alike for an address that nobody has, to the last header, locked or not', async () => {
    const them = await arrangeUser(front, home);
    const nobody = freshEmail('nobody');
    await beginOf(15);
    // Cognito holds up whoever guesses, too, and later than that we do.
    for (let i = 0; i < 11; i++)
      expect(comparable(await signIn(nobody, wrong))).toEqual(comparable(await signIn(them.email, wrong)));
    expect(outcomeOf(await signIn(nobody, wrong))).toBe('too-many-attempts');
  });

  test('of one account are none of another, and letter case makes no new account', async () => {
    const [one, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
    await beginOf(15);
    await times(10, () => signIn(one.email.toUpperCase(), wrong));
    expect(outcomeOf(await signIn(one.email, password))).toBe('too-many-attempts');
    expect((await signIn(other.email, password)).status).toBe(200);
  });

  test('count, and right ones do not', async () => {
    const them = await arrangeUser(front, home);
    await beginOf(15);
    for (const answer of await times(12, () => signIn(them.email, password))) expect(answer.status).toBe(200);
    await times(4, () => signIn(them.email, wrong));
    await front.advance(60); // Cognito's own lockout, by then
    expect((await signIn(them.email, password)).status).toBe(200);
  });
});

describe('codes', () => {
  test('that are wrong lock the second factor, recovery codes included; then it opens', async () => {
    const them = await arrangeUser(front, home);
    const { recoveryCodes, ...app } = await enrolApp(front, them);
    await beginOf(15);
    const { session } = await challengeFor(front, them.email);
    const answer = (given: object) => refused(front, 'answer-challenge', { session, ...given });
    const guessed = { recoveryCode: '0000-0000-0000-0000', password };
    for (const refusal of [
      ...(await times(5, () => answer({ code: '000000' }))),
      ...(await times(5, () => answer(guessed))),
    ])
      expect(outcomeOf(refusal)).toBe('wrong-answer');
    const locked = await answer({ recoveryCode: recoveryCodes[0], password });
    expect([locked.status, outcomeOf(locked)]).toEqual([429, 'too-many-attempts']);
    await front.advance(Number(locked.headers['retry-after']));
    const code = await codeOf(front, app);
    const fresh = await challengeFor(front, them.email);
    expect((await ask(front, 'answer-challenge', { session: fresh.session, code })).status).toBe(200);
  });

  test('to enrol an app with are counted, too', async () => {
    const them = await arrangeUser(front, home);
    await beginOf(15);
    const fresh = (await ask(front, 'sign-in', { email: them.email, password })).body;
    const as = 'accessToken' in fresh ? { accessToken: fresh.accessToken } : undefined;
    await ask(front, 'begin-authenticator', {}, as);
    await times(10, () => refused(front, 'confirm-authenticator', { code: '000000' }, as));
    const answer = await refused(front, 'confirm-authenticator', { code: '000000' }, as);
    expect(outcomeOf(answer)).toBe('too-many-attempts');
  });
});

describe('links to choose a password', () => {
  test('are mailed so often an hour, and asking is answered alike for an address that nobody has', async () => {
    const them = await arrangeUser(front, home);
    const nobody = freshEmail('nobody');
    await beginOf(60);
    for (let i = 0; i < 6; i++)
      expect(comparable(await forgot(nobody))).toEqual(comparable(await forgot(them.email)));
    const locked = await forgot(them.email);
    expect([locked.status, outcomeOf(locked)]).toEqual([429, 'too-many-attempts']);
    await front.settle();
    const mails = (await front.mailsTo(them.email)).filter(({ text }) => text.includes('/reset#'));
    expect(mails).toHaveLength(5);
    await front.advance(Number(locked.headers['retry-after']));
    expect((await forgot(them.email)).status).toBe(202);
  });
});
