/** The client of applications: together, not twice, not for long, and not with a token that does not verify. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type * as client from '../../shared/client/questions.ts';
import { remembering } from '../../shared/client/remember.ts';
import { createTenantry, type TenantryError } from '../../shared/client/tenantry.ts';
import { cognitoVerifier } from '../../shared/client/verifier.ts';
import type * as contract from '../../shared/contract/access.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeApplication } from '../harness/arrange-application.ts';
import { arrangeCatalogue } from '../harness/arrange-catalogue.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { throughFront } from './through-front.ts';

const front = fakeFront();
const api = 'https://accounts.example.com/v1';
let home: Arranged;
const sent: string[] = [];

beforeAll(async () => {
  home = await arrangeOrganization(front);
  await arrangeCatalogue(front);
});

const open = (more = {}) => createTenantry({ api, fetch: throughFront(front, sent), ...more });
const read = { permission: 'desk.tickets.read' };
const write = { permission: 'desk.tickets.write' };

test('its types are the contract’s', () => {
  expectTypeOf<client.Question>().toEqualTypeOf<z.input<typeof contract.Question>>();
  expectTypeOf<client.Verdict>().toEqualTypeOf<z.input<typeof contract.Verdict>>();
});

test('questions of one turn travel together, each once, a hundred in a request', async () => {
  const { authorize } = open();
  const { accessToken } = home.owner;
  sent.length = 0;
  const both = [read, write, read].map(question => authorize(accessToken, home.org, question));
  const verdicts = await Promise.all(both);
  expect(sent.map(text => JSON.parse(text).questions)).toEqual([[read, write]]);
  expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, true]);
  sent.length = 0;
  const many = Array.from({ length: 150 }, (_, i) => ({ content: { type: 'folder', id: `n${i}` } }));
  await Promise.all(many.map(question => authorize(accessToken, home.org, question)));
  expect(sent.map(text => JSON.parse(text).questions.length)).toEqual([100, 50]);
});

test('an answer is good for a while, for its asker alone', async () => {
  const { authorize } = open();
  sent.length = 0;
  for (let i = 0; i < 3; i++) await authorize(home.owner.accessToken, home.org, read);
  expect(sent).toHaveLength(1);
  const user = await arrangeUser(front, home, 'user', {
    access: { mode: 'custom', permissions: [write.permission] },
  });
  expect(await authorize(user.accessToken, home.org, read)).toEqual({
    allowed: false,
    reason: 'not-granted',
  });
  expect(sent).toHaveLength(2);
});

test('without a cache every answer is that of the moment', async () => {
  const { authorize } = open({ cacheSeconds: 0 });
  const application = await arrangeApplication(front);
  const user = await arrangeUser(front, home, 'user');
  const may = async () =>
    (await authorize(application.accessToken, home.org, read, { user: user.id })).allowed;
  expect(await may()).toBe(true);
  await ask(front, 'deactivate-user', { org: home.org, user: user.id }, home.owner);
  expect(await may()).toBe(false);
});

test('what is remembered ends after its time, and what failed is asked anew', async () => {
  let [now, found] = [0, 0];
  const remember = remembering<number>(5000, () => now);
  const find = async () => ++found;
  expect([await remember('a', find), await remember('a', find), await remember('b', find)]).toEqual([
    1, 1, 2,
  ]);
  now = 5000;
  expect(await remember('a', find)).toBe(3);
  await expect(remember('c', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await remember('c', find)).toBe(4);
});

test('what is refused is thrown with its status, and not remembered', async () => {
  const { authorize } = open();
  const elsewhere = await arrangeOrganization(front);
  sent.length = 0;
  for (const _ of [1, 2])
    await expect(authorize(home.owner.accessToken, elsewhere.org, read)).rejects.toMatchObject({
      status: 404,
    });
  expect(sent).toHaveLength(2);
});

test('a token is verified before anything is asked with it', async () => {
  const pool = { userPoolId: 'eu-central-1_AbCdEfGhI', clientId: 'the-client' };
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] };
  const signed = (client_id: string, key = privateKey) =>
    new SignJWT({ token_use: 'access', client_id, username: home.owner.id })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(`https://cognito-idp.eu-central-1.amazonaws.com/${pool.userPoolId}`)
      .setExpirationTime('5m')
      .sign(key);
  const verify = cognitoVerifier(pool, keys as never); // jose leaves open what kind of key it is
  expect(await verify(await signed('the-client'))).toEqual({ person: home.owner.id });
  const forged = await signed('the-client', (await generateKeyPair('RS256')).privateKey);
  sent.length = 0;
  for (const token of [forged, await signed('another-client'), 'nonsense']) {
    const refusal: TenantryError = await open({ verify })
      .authorize(token, home.org, read)
      .catch(error => error);
    expect(refusal.status).toBe(401);
  }
  expect(sent).toEqual([]);
});
