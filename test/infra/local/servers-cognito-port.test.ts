/** The product's port to Cognito: over the local Cognito and in memory it says the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCognito } from '../../../shared/adapters/cognito.ts';
import { systemIds } from '../../../shared/adapters/system.ts';
import type { PersonId } from '../../../shared/contract/ids.ts';
import { timeOf } from '../../../shared/domain/time.ts';
import type { IdentityReader, IdentitySignIn, IdentityWriter } from '../../../shared/ports/identity.ts';
import { totp } from '../../harness/totp.ts';
import { fakeIdentity } from '../../world/fake-identity.ts';
import type { Sms } from '../../world/fake-telephones.ts';
import { type MovableClock, movableClock, type Pool, password, startPool } from './servers-support.ts';

type Stage = {
  identity: IdentitySignIn & IdentityWriter & IdentityReader;
  now(): Date;
  advance(seconds: number): void;
  /** What was texted to a telephone. */
  texts(telephone: string): string[];
};

let pool: Pool;
let stages: Record<'in memory' | 'at Cognito', Stage>;
beforeAll(async () => {
  pool = await startPool();
  stages = { 'in memory': inMemory(), 'at Cognito': atCognito(pool) };
});
afterAll(() => pool.stop());

function inMemory(): Stage {
  const clock = movableClock();
  const texts: Sms[] = [];
  const identity = fakeIdentity({ now: () => timeOf(clock.read()), until: async () => {} }, sms =>
    texts.push(sms),
  );
  return stageOf(identity, clock, texts);
}

function atCognito({ server, clock, texts, UserPoolId, ClientId }: Pool): Stage {
  // Where the SDK finds endpoint and keys.
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  return stageOf(openCognito({ pool: UserPoolId, client: ClientId }), clock, texts);
}

function stageOf(identity: Stage['identity'], { read, advance }: MovableClock, sms: readonly Sms[]): Stage {
  const texts = (telephone: string) => sms.filter(({ to }) => to === telephone).map(({ text }) => text);
  return { identity, now: read, advance, texts };
}

/** The same test in memory and at Cognito. */
const everywhere = (what: string, run: (stage: Stage) => Promise<void>) =>
  test.each(['in memory', 'at Cognito'] as const)(`${what}, %s`, where => run(stages[where]));

const newPerson = () => systemIds.make('usr');

async function withPassword({ identity }: Stage): Promise<PersonId> {
  const person = newPerson();
  await identity.setPassword(person, password);
  return person;
}

/** The access token of somebody who is asked for no second factor. */
async function tokenOf({ identity }: Stage, person: PersonId): Promise<string> {
  const result = await identity.signIn(person, password);
  if (result.outcome !== 'signed-in') throw new Error(`${person} is ${result.outcome}`);
  return result.tokens.accessToken;
}

/** Sets up an app and returns its secret; time stands past the code's half minute. */
async function withApp(stage: Stage, person: PersonId): Promise<string> {
  const token = await tokenOf(stage, person);
  const { secret = '' } = (await stage.identity.beginAuthenticator(token)) ?? {};
  expect(await stage.identity.confirmAuthenticator(token, totp(secret, stage.now()))).toBe(true);
  stage.advance(60);
  return secret;
}

const codeIn = (text = '') => /\d{6}/.exec(text)?.[0] ?? '';
const notThis = (code: string) => (code === '000000' ? '111111' : '000000');

let numbers = 0;
const newNumber = () => `+4930${100_000 + ++numbers}`;

/** Sets up a telephone and returns its number. */
async function withTelephone({ identity, texts, ...rest }: Stage, person: PersonId): Promise<string> {
  const [number, token] = [newNumber(), await tokenOf({ identity, texts, ...rest }, person)];
  await identity.setTelephone(person, number);
  expect(await identity.sendTelephoneCode(token)).toBe(true);
  expect(await identity.confirmTelephone(token, codeIn(texts(number).at(-1)))).toBe(true);
  return number;
}

/** What somebody with the right password is asked. */
async function challenged({ identity }: Stage, person: PersonId) {
  const result = await identity.signIn(person, password);
  if (result.outcome !== 'challenge') throw new Error(`${person} is ${result.outcome}`);
  return result.challenge;
}

everywhere('an app is asked for once it was proved and asked for, and takes each code once', async stage => {
  const { identity } = stage;
  const person = await withPassword(stage);
  const token = await tokenOf(stage, person);
  expect(await identity.confirmAuthenticator(token, '000000')).toBe(false);
  const { secret = '' } = (await identity.beginAuthenticator(token)) ?? {};
  expect(secret).toMatch(/^[A-Z2-7]{52}$/);
  const first = totp(secret, stage.now());
  expect(await identity.confirmAuthenticator(token, notThis(first))).toBe(false);
  expect(await identity.confirmAuthenticator(token, first)).toBe(true);
  expect(await identity.signIn(person, password)).toHaveProperty('outcome', 'signed-in');

  await identity.askFor(person, ['authenticator']);
  const challenge = await challenged(stage, person);
  expect(challenge.kind).toBe('authenticator-code');
  expect(await identity.answer(person, challenge, first)).toEqual({ outcome: 'refused' });
  stage.advance(60);
  const next = totp(secret, stage.now());
  expect(await identity.answer(person, challenge, notThis(next))).toEqual({ outcome: 'refused' });
  expect(await identity.answer(person, challenge, next)).toHaveProperty('outcome', 'signed-in');
  expect(await identity.answer(person, await challenged(stage, person), next)).toEqual({
    outcome: 'refused',
  });
});

everywhere('a challenge holds for three minutes, for its person alone', async stage => {
  const { identity } = stage;
  const [person, other] = [await withPassword(stage), await withPassword(stage)];
  const secret = await withApp(stage, person);
  await identity.askFor(person, ['authenticator']);
  const challenge = await challenged(stage, person);
  const answer = (who: PersonId) => identity.answer(who, challenge, totp(secret, stage.now()));
  expect(await answer(other)).toEqual({ outcome: 'refused' });
  stage.advance(180);
  expect(await answer(person)).toEqual({ outcome: 'refused' });
});

everywhere('a telephone is confirmed by what is texted to it, and then asked for', async stage => {
  const { identity, texts } = stage;
  const person = await withPassword(stage);
  const token = await tokenOf(stage, person);
  expect(await identity.sendTelephoneCode(token)).toBe(false);
  expect(await identity.confirmTelephone(token, '000000')).toBe(false);

  const number = newNumber();
  await identity.setTelephone(person, number);
  expect(await identity.sendTelephoneCode(token)).toBe(true);
  expect(texts(number)).toEqual([expect.stringMatching(/\d{6}/)]);
  const code = codeIn(texts(number)[0]);
  expect(await identity.confirmTelephone(token, notThis(code))).toBe(false);
  expect(await identity.confirmTelephone(token, code)).toBe(true);
  expect(await identity.confirmTelephone(token, code)).toBe(false);
  expect(await identity.signIn(person, password)).toHaveProperty('outcome', 'signed-in');

  await identity.askFor(person, ['sms']);
  const challenge = await challenged(stage, person);
  expect(challenge.kind).toBe('sms-code');
  const texted = codeIn(texts(number)[1]);
  expect(await identity.answer(person, challenge, notThis(texted))).toEqual({ outcome: 'refused' });
  expect(await identity.answer(person, challenge, texted)).toHaveProperty('outcome', 'signed-in');
  expect(await identity.answer(person, challenge, texted)).toEqual({ outcome: 'refused' });
});

everywhere('a code confirms only the number that it went to, and for a day', async stage => {
  const { identity, texts } = stage;
  const person = await withPassword(stage);
  const numbersOf = [newNumber(), newNumber()];
  const [first = '', second = ''] = numbersOf;
  await identity.setTelephone(person, first);
  await identity.sendTelephoneCode(await tokenOf(stage, person));
  await identity.setTelephone(person, second);
  const code = codeIn(texts(first)[0]);
  expect(await identity.confirmTelephone(await tokenOf(stage, person), code)).toBe(false);

  await identity.sendTelephoneCode(await tokenOf(stage, person));
  stage.advance(24 * 60 * 60);
  const late = codeIn(texts(second)[0]);
  expect(await identity.confirmTelephone(await tokenOf(stage, person), late)).toBe(false);
});

everywhere('five codes an hour go to a telephone, and fifteen tries are taken', async stage => {
  const { identity, texts } = stage;
  const [person, number] = [await withPassword(stage), newNumber()];
  await identity.setTelephone(person, number);
  const token = await tokenOf(stage, person);
  for (let sent = 0; sent < 5; sent++) expect(await identity.sendTelephoneCode(token)).toBe(true);
  expect(await identity.sendTelephoneCode(token)).toBe(false);
  const code = codeIn(texts(number).at(-1));
  for (let tried = 0; tried < 15; tried++) await identity.confirmTelephone(token, notThis(code));
  expect(await identity.confirmTelephone(token, code)).toBe(false);
  stage.advance(60 * 60);
  expect(await identity.confirmTelephone(await tokenOf(stage, person), code)).toBe(true);
});

everywhere('of two factors the first is asked for, and nobody is made to choose', async stage => {
  const { identity } = stage;
  const person = await withPassword(stage);
  await withApp(stage, person);
  await withTelephone(stage, person);
  const askedFor = async () => (await challenged(stage, person)).kind;

  await identity.askFor(person, ['authenticator', 'sms']);
  expect(await identity.factorsOf(person)).toEqual(['authenticator', 'sms']);
  expect(await askedFor()).toBe('authenticator-code');
  await identity.askFor(person, ['sms', 'authenticator']);
  expect(await identity.factorsOf(person)).toEqual(['sms', 'authenticator']);
  expect(await askedFor()).toBe('sms-code');
  await identity.forgetFactors(person, ['sms']);
  expect(await identity.factorsOf(person)).toEqual(['authenticator']);
  expect(await askedFor()).toBe('authenticator-code');
  await identity.askFor(person, []);
  expect(await identity.factorsOf(person)).toEqual([]);
  expect(await identity.signIn(person, password)).toHaveProperty('outcome', 'signed-in');
});

everywhere('what was forgotten is gone, and can be set up anew', async stage => {
  const { identity } = stage;
  const person = await withPassword(stage);
  const lost = await withApp(stage, person);
  await withTelephone(stage, person);
  await identity.askFor(person, ['sms', 'authenticator']);
  await identity.forgetFactors(person, ['authenticator', 'sms']);
  await identity.forgetFactors(person, ['authenticator', 'sms']);
  expect(await identity.factorsOf(person)).toEqual([]);
  await expect(identity.askFor(person, ['authenticator'])).rejects.toThrow();
  await expect(identity.askFor(person, ['sms'])).rejects.toThrow();
  expect(await identity.sendTelephoneCode(await tokenOf(stage, person))).toBe(false);

  const secret = await withApp(stage, person);
  await identity.askFor(person, ['authenticator']);
  const challenge = await challenged(stage, person);
  const answer = (of: string) => identity.answer(person, challenge, totp(of, stage.now()));
  expect(await answer(lost)).toEqual({ outcome: 'refused' });
  expect(await answer(secret)).toHaveProperty('outcome', 'signed-in');
});

everywhere('where there are no credentials there is nothing to forget', async ({ identity }) => {
  const nobody = newPerson();
  expect(await identity.factorsOf(nobody)).toBeUndefined();
  await identity.forgetFactors(nobody, ['authenticator', 'sms']);
  await expect(identity.setTelephone(nobody, newNumber())).rejects.toThrow();
  await expect(identity.askFor(nobody, [])).rejects.toThrow();
});

everywhere('nothing is set up with a token that is no good', async stage => {
  const { identity } = stage;
  const person = await withPassword(stage);
  await identity.setTelephone(person, newNumber());
  const ended = await tokenOf(stage, person);
  await identity.signOutEverywhere(person);
  const old = await tokenOf(stage, person);
  stage.advance(600);
  for (const token of ['made up', ended, old]) {
    expect(await identity.beginAuthenticator(token)).toBeUndefined();
    expect(await identity.confirmAuthenticator(token, '123456')).toBe(false);
    expect(await identity.sendTelephoneCode(token)).toBe(false);
    expect(await identity.confirmTelephone(token, '123456')).toBe(false);
  }
});

everywhere('everybody with credentials is listed once, with when they came', async stage => {
  const before = stage.now();
  const people = await Promise.all(Array.from({ length: 65 }, () => withPassword(stage)));
  const after = stage.now();
  stage.advance(60);
  await stage.identity.setPassword(people[0] ?? newPerson(), `${password} again`);
  const pages: Awaited<ReturnType<IdentityReader['listCredentials']>>[] = [];
  do pages.push(await stage.identity.listCredentials(pages.at(-1)?.next));
  while (pages.at(-1)?.next);
  expect(pages.length).toBeGreaterThan(1);
  const listed = pages.flatMap(page => page.people).filter(({ id }) => people.includes(id));
  expect(listed.map(({ id }) => id).sort()).toEqual([...people].sort());
  const times = listed.map(({ createdAt }) => Date.parse(createdAt));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(before.getTime());
  expect(Math.max(...times)).toBeLessThanOrEqual(after.getTime());
});
