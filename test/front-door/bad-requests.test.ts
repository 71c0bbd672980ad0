/** Requests that are wrong as a whole: bodies, names, queries, headers and tokens. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import { takesBody } from '../../shared/contract/request.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { bodyFields } from '../harness/fields.ts';
import { ask, type Front, outcomeOf, type RawRequest, refused, requestFor } from '../harness/front.ts';
import { inTurn, often, openFront } from '../harness/here.ts';
import { expectKnown } from '../harness/problem-checks.ts';
import { type Valid, validRequest } from '../harness/valid-requests.ts';
import { seedOfRun } from '../world/chance.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 5000 });
});

/** Those that take JSON; a form has tests of its own. */
const withBody = routeKeys.filter(key => takesBody(routeOf(key)) && !routeOf(key).speaks);
const inTurns = withBody.map((route, turn) => ({ route, turn }));
const signedIn = routeKeys.filter(key => !String(routeOf(key).access).startsWith('anyone'));

const arranged = new Map<RouteKey, Promise<Valid>>();

/** One for each route: who is refused changes nothing, so that it stays valid. */
function standing(route: RouteKey): Promise<Valid> {
  const valid = arranged.get(route) ?? validRequest(route, { front, home });
  arranged.set(route, valid);
  return valid;
}

const requestOf = (route: RouteKey, { input, headers, as = home.owner }: Valid): RawRequest =>
  requestFor(route, input, as, { headers });

type Change = { body?: string; headers?: Record<string, string> };

/** A valid request, with its body and its headers changed. */
function send(route: RouteKey, valid: Valid, change: Change) {
  const request = requestOf(route, valid);
  return front.send({ ...request, ...change, headers: { ...request.headers, ...change.headers } });
}

const deep = (levels: number, [open, close]: [string, string]) => open.repeat(levels) + close.repeat(levels);

const bodies = [
  { name: 'words', body: 'not json', outcome: 'malformed-request' },
  { name: 'half an object', body: '{"email":"a@example.com"', outcome: 'malformed-request' },
  { name: 'a space', body: ' ', outcome: 'malformed-request' },
  { name: 'a list', body: '[]', outcome: 'malformed-request' },
  { name: 'a text', body: '"text"', outcome: 'malformed-request' },
  { name: 'a number', body: '7', outcome: 'malformed-request' },
  { name: 'true', body: 'true', outcome: 'malformed-request' },
  { name: 'null', body: 'null', outcome: 'malformed-request' },
  { name: 'a comment', body: '/* */ {}', outcome: 'malformed-request' },
  { name: 'single quotes', body: "{'email':'a@example.com'}", outcome: 'malformed-request' },
  { name: 'a form', body: 'email=a%40example.com', outcome: 'malformed-request' },
  { name: '100,000 lists', body: deep(100_000, ['[', ']']), outcome: 'malformed-request' },
  {
    name: '40,000 objects',
    body: deep(40_000, ['{"a":', '}']).replace(':}', ':1}'),
    outcome: 'validation-failed',
  },
  {
    name: '100,000 lists in a field',
    body: `{"odd":${deep(100_000, ['[', ']'])}}`,
    outcome: 'validation-failed',
  },
  { name: '1 MB of text', body: `{"email":"${'x'.repeat(1_000_000)}"}`, outcome: 'too-large' },
  { name: 'a field nobody knows', body: '{"odd":1}', outcome: 'validation-failed' },
  {
    name: 'the names of properties',
    body: '{"constructor":{"prototype":{}},"toString":1}',
    outcome: 'validation-failed',
  },
];

const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'json', ''];

test.each(inTurns)('$route refuses every body that is none of its own', async ({ route, turn }) => {
  const valid = await standing(route);
  for (const { name, body, outcome } of inTurn(bodies, 5, turn)) {
    const answer = await send(route, valid, { body });
    expectKnown(route, answer);
    expect(outcomeOf(answer), name).toBe(outcome);
  }
  for (const type of inTurn(types, 1, turn)) {
    const answer = await send(route, valid, { body: '{}', headers: { 'content-type': type } });
    expect(outcomeOf(answer), type).toBe('unsupported-media-type');
  }
});

test('a body of JSON is read whatever else its type says', async () => {
  const answer = await send('sign-in', await standing('sign-in'), {
    headers: { 'content-type': 'Application/JSON; charset=UTF-8' },
  });
  expect(answer.status).toBe(200);
});

/** Where several fields may be left out, but not all of them: that is said of the body as a whole. */
const oneOfSeveral: readonly RouteKey[] = ['change-group-members'];

test.each(withBody)('%s says of an empty body what is missing', async route => {
  const answer = await send(route, await validRequest(route, { front, home }), { body: '' });
  expectKnown(route, answer);
  const required = bodyFields(routeOf(route)).filter(({ path, required }) => required && path.length === 1);
  const { errors = [] } = (answer.body ?? {}) as Partial<ProblemDocument>;
  const whole = oneOfSeveral.includes(route) ? [''] : [];
  expect(errors.map(({ pointer }) => pointer)).toEqual([...whole, ...required.map(({ path }) => `/${path}`)]);
});

test.each(withBody)('%s refuses a body for naming __proto__, and changes no prototype', async route => {
  const valid = await standing(route);
  const { body = '{}' } = requestOf(route, valid);
  const polluted = body.replace('{', '{"__proto__":{"polluted":true},').replace(',}', '}');
  const answer = await send(route, valid, { body: polluted });
  expect(answer.body).toMatchObject({ errors: [{ pointer: '/__proto__', code: 'unknown-field' }] });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  ['limit=0', '/limit'],
  ['limit=201', '/limit'],
  ['limit=1.5', '/limit'],
  ['limit=', '/limit'],
  ['limit=ten', '/limit'],
  ['limit=Infinity', '/limit'],
  ['limit=1&limit=2', '/limit'],
  ['sort=age', '/sort'],
  ['sort=name&sort=-name', '/sort'],
  ['status=odd', '/status'],
  ['status=active&status=odd', '/status/1'],
  ['status=active&'.repeat(21), '/status'],
  ['cursor=', '/cursor'],
  ['cursor=nonsense', '/cursor'],
  ['cursor=a&cursor=b', '/cursor'],
  [`cursor=${'x'.repeat(2000)}`, '/cursor'],
  ['cursor=%00%ff', '/cursor'],
  ['odd=1', '/odd'],
  ['__proto__=1', '/__proto__'],
  ['status[]=active', '/status[]'],
])('a list with ?%s is refused, pointing at %s', async (query, pointer) => {
  const path = `/v1/organizations/${home.org}/users?${query}`;
  const answer = await front.send({ ...requestFor('list-users', { org: home.org }, home.owner), path });
  expectKnown('list-users', answer);
  expect((answer.body as ProblemDocument).errors?.map(error => error.pointer)).toContain(pointer);
});

test('a cursor that was tampered with is refused', async () => {
  await arrangeUser(front, home);
  const list = { org: home.org, limit: 1 };
  const { nextCursor = '' } = (await ask(front, 'list-users', list, home.owner)).body;
  expect(nextCursor).not.toBe('');
  for (const cursor of [nextCursor.slice(0, 16), `${nextCursor.slice(0, 16)}${'_'.repeat(900)}`]) {
    const answer = await refused(front, 'list-users', { ...list, cursor }, home.owner);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/cursor' })]);
  }
});

test.each(signedIn)('%s takes no token but a valid one', async route => {
  const { input, headers } = await standing(route);
  const { accessToken } = home.owner;
  const forged = accessToken.slice(0, -4) + (accessToken.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  for (const authorization of ['', 'Bearer', 'Bearer x', 'Bearer a.b.c', `Bearer ${forged}`, 'Basic YTpi']) {
    const request = requestFor(route, input, {}, { headers: { ...headers, authorization } });
    expect(outcomeOf(await front.send(request)), authorization).toBe('not-signed-in');
  }
});

test.each(['*', '"abc"', '""', 'W/"1"', '1', '"1", "2"', '"-1"', `"${'9'.repeat(400)}"`])(
  'If-Match: %s is the version of nothing',
  async ifMatch => {
    const answer = await send('delete-user', await standing('delete-user'), {
      headers: { 'if-match': ifMatch },
    });
    expect(outcomeOf(answer)).toBe('stale-version');
  },
);

test('a deletion without If-Match, or with an old one, changes nothing', async () => {
  const { id } = await arrangeUser(front, home);
  const about = { org: home.org, user: id };
  expect(outcomeOf(await refused(front, 'delete-user', about, home.owner))).toBe('precondition-required');
  const { etag = '' } = (await ask(front, 'get-user', about, home.owner)).headers;
  await ask(front, 'deactivate-user', about, home.owner);
  const stale = await refused(front, 'delete-user', about, home.owner, { headers: { 'if-match': etag } });
  expect(outcomeOf(stale)).toBe('stale-version');
  expect((await ask(front, 'get-user', about, home.owner)).status).toBe(200);
});

test('Idempotency-Keys may be long, and are told apart to their last character', async () => {
  const { input } = await validRequest('invite-user', { front, home });
  const key = 'k'.repeat(5_000);
  const inviting = (last: string, more = {}) =>
    refused(front, 'invite-user', { ...input, ...more }, home.owner, {
      headers: { 'idempotency-key': key + last },
    });
  expect((await inviting('a')).status).toBe(201);
  expect((await inviting('a')).status).toBe(201);
  expect(outcomeOf(await inviting('a', { lastName: 'Other' }))).toBe('idempotency-key-reused');
  expect(outcomeOf(await inviting('b'))).toBe('already-member');
});

/** How many requests each route gets. */
const perRoute = often(1000);

const nasty = fc.constantFrom<unknown>(
  '\ud800',
  '\0',
  '\u202e',
  '__proto__',
  '',
  ' ',
  'x'.repeat(10_000),
  'مرحبا',
  '😀'.repeat(200),
  -0,
  1e308,
  2 ** 53,
  { toString: 1 },
);
const values = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.emailAddress(),
  fc.integer(),
);
const names = fc.oneof(
  fc.string(),
  fc.constantFrom(...withBody.flatMap(key => bodyFields(routeOf(key)).map(({ path }) => path[0] ?? ''))),
);
const garbage = fc.oneof(
  fc.dictionary(names, values).map(fields => JSON.stringify(fields)),
  fc.string({ unit: 'binary' }),
  fc.json().map(text => text.slice(0, -1)),
  fc.json(),
);

test.each(withBody)(`%s survives ${perRoute} malformed requests`, async route => {
  const request = requestOf(route, await standing(route));
  const body = JSON.parse(request.body ?? '{}');
  const distorted = fc
    .dictionary(fc.constantFrom(...Object.keys(body), 'odd'), values, { minKeys: 1 })
    .map(fields => JSON.stringify({ ...body, ...fields }));
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: distorted }, garbage), async malformed => {
      expectKnown(route, await front.send({ ...request, body: malformed }));
    }),
    { numRuns: perRoute, seed: seedOfRun },
  );
});
