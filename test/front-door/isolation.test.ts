import { beforeAll, expect, test } from 'vitest';
import { can, type Role } from '../../shared/contract/roles.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { type Actors, arrangeActors } from '../harness/arrange-actors.ts';
import { type Answer, ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { validRequest } from '../harness/valid-requests.ts';

let front: Front;
let home: Arranged;
let foreign: Arranged;
let actors: Actors;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 2000 });
  foreign = await arrangeOrganization(front);
  actors = await arrangeActors(front, home);
});

const inAnOrganization = routeKeys.filter(key => routeOf(key).path.includes('{org}'));
const aboutAUser = inAnOrganization.filter(key => routeOf(key).path.includes('{user}'));
const malformed = ['x', 'org_', 'ORG_00000000000000000000000000', `org_${'0'.repeat(26)}x`, '*', 'a b'];

/** The whole answer, but for the number of the request. */
const bytesOf = ({ status, headers, body, cookies }: Answer) =>
  JSON.stringify({ status, type: headers['content-type'], etag: headers.etag, cookies, body }).replace(
    /"requestId":"[^"]*"/,
    '',
  );

async function asked(route: RouteKey, kind: keyof Actors, ids: { org?: string; user?: string }) {
  const { input, headers } = await validRequest(route, { front, home });
  return refused(front, route, { ...input, ...ids }, actors[kind], { headers });
}

test.each(inAnOrganization)('%s: another organization is as one that does not exist', async route => {
  for (const kind of ['user', 'manager', 'admin', 'owner'] as const) {
    const missing = await asked(route, kind, { org: front.world.ids.make('org') });
    expect(outcomeOf(missing)).toBe('not-found');
    for (const org of [foreign.org, ...malformed]) {
      expect(bytesOf(await asked(route, kind, { org })), `${kind}, ${org}`).toBe(bytesOf(missing));
    }
  }
});

function mayAsk(route: RouteKey, kind: Role | 'operator'): boolean {
  const { access } = routeOf(route);
  if (typeof access === 'string') return true;
  return kind === 'operator' ? can('owner', access.permission, kind) : can(kind, access.permission);
}

test.each(aboutAUser)('%s: a user of another organization is as one who does not exist', async route => {
  for (const kind of ['user', 'manager', 'admin', 'owner', 'operator'] as const) {
    const missing = await asked(route, kind, { user: front.world.ids.make('usr') });
    expect(outcomeOf(missing)).toBe(mayAsk(route, kind) ? 'not-found' : 'not-allowed');
    const theirs = await asked(route, kind, { user: foreign.owner.id });
    expect(bytesOf(theirs), kind).toBe(bytesOf(missing));
  }
});

test('nothing happened to the people who were asked for in vain', async () => {
  const { body } = await ask(front, 'get-user', { org: foreign.org, user: foreign.owner.id }, foreign.owner);
  expect(body).toMatchObject({ status: 'active', role: 'owner', version: 2 });
  const trail = await front.trail(foreign.org);
  expect(trail.map(({ action }) => action)).toEqual([
    'organization.created',
    'user.invited',
    'invitation.accepted',
    'person.signed-in',
  ]);
});

test("a list's cursor opens nothing in another organization, nor in another list", async () => {
  await arrangeUser(front, foreign);
  const list = { org: foreign.org, limit: 1 };
  const cursor = (await ask(front, 'list-users', list, foreign.owner)).body.nextCursor;
  expect(cursor).toBeDefined();
  expect((await ask(front, 'list-users', { ...list, cursor }, foreign.owner)).status).toBe(200);
  for (const [other, as] of [
    [{ ...list, org: home.org }, home.owner],
    [{ ...list, sort: '-name' }, foreign.owner],
    [{ ...list, status: 'inactive' }, foreign.owner],
  ] as const) {
    const answer = await refused(front, 'list-users', { ...other, cursor }, as);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/cursor' })]);
  }
});
