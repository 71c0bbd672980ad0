/** The fixture's front door: CloudFront, the HTTP API and its Lambda answer as AWS's do. */
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { startFixture } from './fixture/start.ts';
import { openTable } from './fixture/table.ts';

let cloud: LocalCloud;
let accessToken: string;

beforeAll(async () => {
  cloud = await startFixture();
  accessToken = await signIn();
}, 60_000);
afterAll(() => cloud?.stop());

async function signIn(): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(cloud.aws);
  const UserPoolId = cloud.find('AWS::Cognito::UserPool', 'People').ref;
  const ClientId = cloud.find('AWS::Cognito::UserPoolClient', 'Server').ref;
  const [Username, Password] = ['somebody', 'Correct-horse-7'];
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const flow = { AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', UserPoolId, ClientId, AuthParameters } as const;
  const { AuthenticationResult } = await cognito.send(new AdminInitiateAuthCommand(flow));
  return AuthenticationResult?.AccessToken ?? '';
}

const ask = (path: string, init: RequestInit = {}) => fetch(`${cloud.console}${path}`, init);
const signedIn = (path: string, token = accessToken) =>
  ask(path, { headers: { authorization: `Bearer ${token}` } });

test('a Lambda is given the request in payload format 2.0', async () => {
  const answer = await ask('/v1/echo/a%20b%2Fc?q=1&q=2&empty=', {
    headers: { Cookie: 'one=1; two=2', 'X-Mixed-Case': 'Yes', 'X-Forwarded-For': '203.0.113.9' },
  });
  const event = await answer.json();
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'GET /v1/echo/{id}',
    rawPath: '/v1/echo/a b/c',
    rawQueryString: 'q=1&q=2&empty=',
    queryStringParameters: { q: '1,2', empty: '' },
    pathParameters: { id: 'a b/c' },
    cookies: ['one=1', 'two=2'],
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'GET', path: '/v1/echo/a b/c', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      stage: '$default',
      routeKey: 'GET /v1/echo/{id}',
    },
  });
  // What the caller claims, the caller as CloudFront saw it, CloudFront.
  expect(event.headers['x-forwarded-for']).toBe('203.0.113.9, 127.0.0.1, 127.0.0.1');
  expect(event.headers['x-mixed-case']).toBe('Yes');
  expect(event.headers).not.toHaveProperty('cookie');
  expect(event.headers.host).toMatch(/\.execute-api\.us-east-1\.amazonaws\.com$/);
  expect(event).not.toHaveProperty('body');
});

test.for([
  ['application/json', '{"a":"ü"}', '{"a":"ü"}', false],
  ['text/plain;charset=utf-8', 'ü', 'ü', false],
  ['application/x-www-form-urlencoded', 'a=1', 'YT0x', true],
  ['application/octet-stream', 'a', 'YQ==', true],
])('a body of %s', async ([type, body, expected, encoded]) => {
  const answer = await ask('/v1/echo', {
    method: 'POST',
    headers: { 'content-type': `${type}` },
    body: `${body}`,
  });
  expect(await answer.json()).toMatchObject({ body: expected, isBase64Encoded: encoded });
});

test('what a Lambda answers becomes the response', async () => {
  const plain = await ask('/v1/do/plain');
  expect([plain.status, plain.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(await plain.json()).toEqual({ hello: 'world' });

  const made = await ask('/v1/do/cookies');
  expect([made.status, made.headers.get('x-own'), await made.text()]).toEqual([201, 'yes', 'made']);
  expect(made.headers.getSetCookie()).toEqual(['a=1; Secure', 'b=2']);

  const binary = await ask('/v1/do/binary');
  expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([0, 1, 255]);
});

test.for(['throw', 'garbage', 'exit', 'hang'])(
  'a Lambda that fails (%s) is a 500 that says nothing',
  async what => {
    const answer = await ask(`/v1/do/${what}`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
  },
);

test('after a Lambda died the next request finds a new one', async () => {
  await ask('/v1/do/exit');
  expect((await ask('/v1/do/plain')).status).toBe(200);
});

test('a Lambda’s own role is all that it may do', async () => {
  expect(await (await ask('/v1/do/scan')).json()).toBe('AccessDeniedException');
});

test('the authoriser lets a valid access token pass and tells its claims as text', async () => {
  const event = await (await signedIn('/v1/me')).json();
  const { claims, scopes } = event.requestContext.authorizer.jwt;
  expect(claims).toMatchObject({
    token_use: 'access',
    username: 'somebody',
    exp: expect.stringMatching(/^\d+$/),
  });
  expect(scopes).toBeNull();
});

test.for([
  ['no token', () => ask('/v1/me'), 'Bearer'],
  ['no token at all', () => signedIn('/v1/me', 'rubbish'), 'invalid_token'],
  ['a forged one', () => signedIn('/v1/me', `${accessToken.slice(0, -6)}AAAAAA`), 'invalid_token'],
] as const)('the authoriser refuses %s', async ([, request, challenge]) => {
  const answer = await request();
  expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
  expect(answer.headers.get('www-authenticate')).toContain(challenge);
});

test('a path without a route is not found, and the edge function answers instead', async () => {
  const answer = await ask('/v1/nowhere');
  expect([answer.status, await answer.text()]).toEqual([404, 'nothing here']);
  expect((await ask('/v1/do/plain', { method: 'POST' })).status).toBe(404);
  expect((await ask('/v1/do/plain')).headers.get('x-edge')).toBe('/v1/do/plain');
});

test('a body above 10 MB is refused', async () => {
  const answer = await ask('/v1/echo', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
});

test('pages come from the bucket with the policy’s headers, whatever their path', async () => {
  for (const path of ['/', '/users/usr_1']) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(await answer.text()).toContain('<title>Fixture</title>');
  }
  expect((await ask('/missing.js')).status).toBe(403);
  expect((await ask('/', { method: 'DELETE' })).status).toBe(403);
});

test('CloudFront’s own address is this machine’s, in files and in variables', async () => {
  expect(await (await ask('/config.json')).json()).toEqual({ console: cloud.console });
  expect(await openTable(cloud).get('founded')).toMatchObject({ console: cloud.console });
});

test('two requests at once run in two threads, a third waits', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => (await ask('/v1/do/count')).json()),
  );
  expect(answers).toHaveLength(6);
});

test('what Lambdas print can be read, and who printed it', async () => {
  await ask('/v1/things', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"id":"loud"}',
  });
  await expect.poll(() => cloud.logs()).toContainEqual({ function: 'api', line: 'making loud' });
});

test('what goes wrong in a Lambda is a line of its log, in JSON', async () => {
  await ask('/v1/do/throw');
  const printed = () => cloud.logs().flatMap(({ line }) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  await expect.poll(printed).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      message: expect.objectContaining({ errorMessage: 'a secret that no caller may see' }),
    }),
  );
});

// Last: it moves the clock.
test('the clock moves for Lambdas and tokens alike', async () => {
  const before = await (await ask('/v1/do/time')).json();
  const moved = await ask('/_local/clock', { method: 'POST', body: '{"advanceSeconds":7200}' });
  expect(Date.parse((await moved.json()).now) - before.now).toBeGreaterThanOrEqual(7_200_000);
  const after = await (await ask('/v1/do/time')).json();
  expect(after.now - before.now).toBeGreaterThanOrEqual(7_200_000);
  expect(Math.abs(Date.parse(after.date) - after.now)).toBeLessThan(1_000);
  expect(after.left).toBeGreaterThan(1_000);

  const expired = await signedIn('/v1/me');
  expect(expired.status).toBe(401);
  expect(expired.headers.get('www-authenticate')).toContain('the token has expired');
  expect((await ask('/_local/clock', { method: 'POST', body: '{"advanceSeconds":-1}' })).status).toBe(400);
});
