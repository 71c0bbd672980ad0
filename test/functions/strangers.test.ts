/** What a stranger could learn from the time that an answer takes: the same calls are made, whoever is asked for. */
import { beforeAll, expect, test } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail } from '../harness/arrange.ts';
import { challengeFor, enrolApp } from '../harness/arrange-factors.ts';
import { arrangeApiUser, arrangeClient, type Client, passwordGrant } from '../harness/arrange-scripts.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { around, type Call } from '../world/around.ts';
import { fakeWorld } from '../world/fake-world.ts';

const world = fakeWorld();
const front = fakeFront(world);
let home: Arranged;
let client: Client;
let script: { email: string };

beforeAll(async () => {
  home = await arrangeOrganization(front);
  client = await arrangeClient(front, home);
  script = await arrangeApiUser(front, home);
});

const wrong = { password: 'another lamp beside the river' };

/** The calls of ports that a request makes, in their order, and its answer. */
async function callsOf(route: RouteKey, input: Record<string, unknown>) {
  const calls: Call[] = [];
  const counted = around(world, (call, run) => {
    calls.push(call);
    return run();
  });
  const { status, body } = await ask(fakeFront(counted), route, input);
  const error = body && typeof body === 'object' && 'error' in body ? body.error : undefined;
  return { calls, status, error };
}

test('an application that does not exist costs what a wrong secret costs', async () => {
  const { linkToken, make } = world.ids;
  const known = await callsOf(
    'exchange-token',
    passwordGrant({ ...client, secret: linkToken().token }, script),
  );
  expect(known).toMatchObject({ status: 401, error: 'invalid_client' });
  for (const unknown of [
    { id: make('cli'), secret: linkToken().token },
    { id: 'nobody', secret: linkToken().token },
    { id: client.id, secret: 'short' },
  ])
    expect(await callsOf('exchange-token', passwordGrant(unknown, script))).toEqual(known);
});

test('a user who does not exist costs what a wrong password costs, in whatever organization', async () => {
  const known = await callsOf('exchange-token', passwordGrant(client, script, wrong));
  expect(known).toMatchObject({ status: 400, error: 'invalid_grant' });
  const plain = await arrangeUser(front, home);
  const { owner: foreign } = await arrangeOrganization(front);
  for (const somebody of [{ email: freshEmail('nobody') }, plain, foreign])
    expect(await callsOf('exchange-token', passwordGrant(client, somebody, wrong))).toEqual(known);
});

test('signing in to the console, the same', async () => {
  const known = await callsOf('sign-in', { email: home.owner.email, ...wrong });
  expect(known.status).toBe(401);
  expect(await callsOf('sign-in', { email: freshEmail('nobody'), ...wrong })).toEqual(known);
});

test('asking for a link to choose a password, the same', async () => {
  const known = await callsOf('forgot-password', { email: home.owner.email });
  expect(known.status).toBe(202);
  expect(await callsOf('forgot-password', { email: freshEmail('nobody') })).toEqual(known);
});

test('a code, or a recovery code, for somebody who does not exist costs what a wrong one costs', async () => {
  const them = await arrangeUser(front, home);
  await enrolApp(front, them);
  const { session } = await challengeFor(front, them.email);
  const made = { person: world.ids.make('usr'), kind: 'authenticator-code', session: 'made up' };
  const nobodys = Buffer.from(JSON.stringify(made)).toString('base64url');
  for (const given of [{ code: '000000' }, { recoveryCode: '0000-0000-0000-0000', ...wrong }]) {
    const known = await callsOf('answer-challenge', { session, ...given });
    expect(known.status).toBe(401);
    expect(await callsOf('answer-challenge', { session: nobodys, ...given })).toEqual(known);
  }
});
