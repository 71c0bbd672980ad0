/** What a stranger could learn from the time that an answer takes: the same calls are made, whoever is asked for. */
import { beforeAll, expect, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser, freshEmail } from '../harness/arrange.ts';
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
async function callsOf(route: 'exchange-token' | 'sign-in', input: Record<string, unknown>) {
  const calls: Call[] = [];
  const counted = around(world, (call, run) => {
    calls.push(call);
    return run();
  });
  const { status, body } = await ask(fakeFront(counted), route, input);
  return { calls, status, error: 'error' in body ? body.error : undefined };
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
