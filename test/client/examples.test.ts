/** What is printed to be copied is what is tried here, against the front door. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test, vi } from 'vitest';
import { createTenantry, type Tenantry } from '../../shared/client/tenantry.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { desk } from '../harness/arrange-catalogue.ts';
import { fakeFront } from '../harness/fake-front.ts';
import type { Session } from '../harness/front.ts';
import { expressApp } from './examples/express.ts';
import { honoApp } from './examples/hono.ts';
import { exportContacts } from './examples/middy.ts';
import { throughFront } from './through-front.ts';

const front = fakeFront();
let home: Arranged;
let reader: Session;
let tenantry: Tenantry;

beforeAll(async () => {
  home = await arrangeOrganization(front);
  await catalogueWithCrm();
  const access = { mode: 'custom', permissions: ['crm.contacts.read'] };
  reader = await arrangeUser(front, home, 'user', { access });
  tenantry = createTenantry({ api: 'https://accounts.example.com/v1', fetch: throughFront(front) });
});

async function catalogueWithCrm() {
  const [read, write] = desk.permissions;
  if (!read || !write) throw new Error('The help desk is empty');
  const permissions = [
    { ...read, key: 'crm.contacts.read' as typeof read.key },
    { ...write, key: 'crm.contacts.export' as typeof read.key },
  ];
  await front.world.directory.commit({
    changes: [{ do: 'create', entity: { ...desk, key: 'crm', permissions } }],
    events: [],
  });
}

const bearer = ({ accessToken }: Session) => ({ authorization: `Bearer ${accessToken}` });

test('the client is made from what the deployment prints', async () => {
  vi.stubEnv('USER_POOL_ID', 'eu-central-1_AbCdEfGhI');
  vi.stubEnv('USER_POOL_CLIENT_ID', 'the-client');
  const { tenantry: printed } = await import('./examples/tenantry.ts');
  const asked = printed.authorize('nonsense', home.org, { permission: 'crm.contacts.read' });
  await expect(asked).rejects.toMatchObject({ status: 401 });
});

test('a Lambda with the middleware lets the owner through, and nobody else', async () => {
  const handler = exportContacts(tenantry);
  const event = (headers: object) => ({ headers, pathParameters: { org: home.org } }) as never;
  const statusFor = async (headers: object) =>
    ((await handler(event(headers), {} as never)) as { statusCode: number }).statusCode;
  expect(await statusFor(bearer(home.owner))).toBe(200);
  expect(await statusFor(bearer(reader))).toBe(403);
  expect(await statusFor({ authorization: 'Bearer not-ours' })).toBe(401);
  expect(await statusFor({})).toBe(401);
});

test('so do Express and Hono', async () => {
  const server = createServer(expressApp(tenantry)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hono = honoApp(tenantry);
  const path = `/${home.org}/contacts`;
  const foreign = (await arrangeOrganization(front)).owner;
  const statuses = async (headers: Record<string, string>) => [
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status,
    (await hono.request(path, { headers })).status,
  ];
  expect(await statuses(bearer(reader))).toEqual([200, 200]);
  expect(await statuses(bearer(foreign))).toEqual([404, 404]);
  expect(await statuses({})).toEqual([401, 401]);
  server.close();
});

test('nobody passes while there is no answer', async () => {
  const down = createTenantry({
    api: 'https://accounts.example.com/v1',
    fetch: () => Promise.reject(new Error()),
  });
  const answer = await honoApp(down).request(`/${home.org}/contacts`, { headers: bearer(home.owner) });
  expect(answer.status).toBe(503);
});

test('the page about the client prints these examples', () => {
  const page = readFileSync('docs/client.md', 'utf8');
  const printed = [...page.matchAll(/```ts\n([^`]*)```/g)].map(([, code]) => code);
  const examples = ['tenantry', 'middy', 'express', 'hono'].map(name =>
    readFileSync(`test/client/examples/${name}.ts`, 'utf8').replaceAll(
      '../../../shared/client/',
      './client/',
    ),
  );
  expect(printed).toEqual(examples);
});
