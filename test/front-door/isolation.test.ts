import { beforeAll, expect, test } from 'vitest';
import { pathParameters } from '../../shared/contract/request.ts';
import { can, type Role } from '../../shared/contract/roles.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { type Actors, arrangeActors } from '../harness/arrange-actors.ts';
import { arrangeClient } from '../harness/arrange-scripts.ts';
import { type Answer, ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';
import { validRequest } from '../harness/valid-requests.ts';

let front: Front;
let home: Arranged;
let foreign: Arranged;
let actors: Actors;
/** By the parameter of the path: one that nobody has, and one of another organization. */
let strangers: Record<string, { missing: string; theirs: string }>;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 2000 });
  foreign = await arrangeOrganization(front);
  actors = await arrangeActors(front, home);
  const { ids, identity } = front.world;
  const holder = await identity.personOf(foreign.owner.accessToken);
  strangers = {
    user: { missing: ids.make('usr'), theirs: foreign.owner.id },
    client: { missing: ids.make('cli'), theirs: (await arrangeClient(front, foreign)).id },
    session: { missing: 'no-such-session', theirs: holder?.session ?? '' },
  };
});

const insiders = ['user', 'manager', 'admin', 'owner'] as const;
const inAnOrganization = routeKeys
  .filter(key => routeOf(key).path.includes('{org}'))
  .map((route, turn) => ({ route, turn }));
const aboutSomething = inAnOrganization.flatMap(({ route }) =>
  pathParameters(routeOf(route).path)
    .filter(parameter => parameter !== 'org')
    .map(parameter => ({ route, parameter })),
);
const malformed = ['x', 'org_', 'ORG_00000000000000000000000000', `org_${'0'.repeat(26)}x`, '*', 'a b'];

/** The whole answer, but for the number of the request. */
const bytesOf = ({ status, headers, body, cookies }: Answer) =>
  JSON.stringify({ status, type: headers['content-type'], etag: headers.etag, cookies, body }).replace(
    /"requestId":"[^"]*"/,
    '',
  );

/** One valid request, to be asked about others: as long as it is refused, it stays valid. */
async function asking(route: RouteKey) {
  const { input, headers, as = home.owner } = await validRequest(route, { front, home });
  return {
    asked: (kind: keyof Actors, ids: Record<string, string>) =>
      refused(front, route, { ...input, ...ids }, actors[kind], { headers }),
    asItIs: () => ask(front, route, input, as, { headers }),
  };
}

test.each(inAnOrganization)(
  '$route: another organization is as one that does not exist',
  async ({ route, turn }) => {
    const { asked, asItIs } = await asking(route);
    const eachInsider = insiders.map(async (kind, i) => {
      const missing = await asked(kind, { org: front.world.ids.make('org') });
      expect(outcomeOf(missing)).toBe('not-found');
      for (const org of [foreign.org, ...inTurn(malformed, 1, turn * insiders.length + i)]) {
        expect(bytesOf(await asked(kind, { org })), `${kind}, ${org}`).toBe(bytesOf(missing));
      }
    });
    await Promise.all(eachInsider);
    expect((await asItIs()).status).toBe(routeOf(route).status);
  },
);

test.each(aboutSomething)(
  '$route: a $parameter of another organization is as one that does not exist',
  async ({ route, parameter }) => {
    const { missing, theirs } = strangers[parameter] ?? expect.fail(`Nothing is known of a ${parameter}`);
    const { asked } = await asking(route);
    const eachActor = [...insiders, 'operator' as const].map(async kind => {
      const unknown = await asked(kind, { [parameter]: missing });
      expect(outcomeOf(unknown)).toBe(may(kind, route) ? 'not-found' : 'not-allowed');
      expect(bytesOf(await asked(kind, { [parameter]: theirs })), kind).toBe(bytesOf(unknown));
    });
    await Promise.all(eachActor);
  },
);

/** Whether somebody's role allows it in their own organization; the operators of the tests are owners among themselves. */
function may(kind: Role | 'operator', route: RouteKey): boolean {
  const { access } = routeOf(route);
  if (typeof access !== 'object' || !('permission' in access)) return true;
  return kind === 'operator'
    ? can('owner', access.permission, 'operator')
    : can(kind, access.permission, 'member');
}

test('nothing happened to the people who were asked for in vain', async () => {
  const { body } = await ask(front, 'get-user', { org: foreign.org, user: foreign.owner.id }, foreign.owner);
  expect(body).toMatchObject({ status: 'active', role: 'owner', version: 2 });
  const trail = await front.trail(foreign.org);
  expect(trail.map(({ action }) => action)).toEqual([
    'organization.created',
    'invitation.accepted',
    'person.signed-in',
    'api-client.created',
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
