import { beforeAll, expect, test } from 'vitest';
import type { DomainEvent } from '../../shared/contract/events.ts';
import { pathParameters } from '../../shared/contract/request.ts';
import { can, type Role } from '../../shared/contract/roles.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { type Actors, arrangeActors } from '../harness/arrange-actors.ts';
import { arrangeGroup, arrangeProject, arrangeRole } from '../harness/arrange-groups.ts';
import { arrangePartner } from '../harness/arrange-partner.ts';
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
/** What had happened to the other organization before. */
let story: DomainEvent[];

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 2000 });
  foreign = await arrangeOrganization(front);
  actors = await arrangeActors(front, home);
  const { ids, identity } = front.world;
  const holder = await identity.personOf(foreign.owner.accessToken);
  strangers = {
    user: { missing: ids.make('usr'), theirs: foreign.owner.id },
    client: { missing: ids.make('cli'), theirs: (await arrangeClient(front, foreign)).id },
    session: { missing: 'no-such-session', theirs: holder?.session ?? '' },
    role: { missing: ids.make('rol'), theirs: (await arrangeRole(front, foreign)).id },
    group: { missing: ids.make('grp'), theirs: (await arrangeGroup(front, foreign)).id },
    project: { missing: ids.make('prj'), theirs: (await arrangeProject(front, foreign)).id },
    job: { missing: ids.make('job'), theirs: await jobOf(foreign) },
    export: { missing: ids.make('exp'), theirs: await exportOf(foreign) },
    import: { missing: ids.make('imp'), theirs: await importOf(foreign) },
  };
  story = await front.trail(foreign.org);
});

async function jobOf(of: Arranged): Promise<string> {
  const { input } = await validRequest('get-job', { front, home: of });
  await front.settle();
  return String(input.job);
}

async function exportOf(of: Arranged): Promise<string> {
  const { input } = await validRequest('get-export', { front, home: of });
  await front.settle();
  return String(input.export);
}

async function importOf(of: Arranged): Promise<string> {
  const { input } = await validRequest('get-import', { front, home: of });
  return String(input.import);
}

const insiders = ['user', 'manager', 'admin', 'owner'] as const;
const inAnOrganization = routeKeys
  .filter(key => routeOf(key).path.includes('{org}'))
  .map((route, turn) => ({ route, turn }));
/** Content has the names that the applications give it: two organizations may have the same. */
const givenNames = ['type', 'id'];
const aboutSomething = inAnOrganization.flatMap(({ route }) =>
  pathParameters(routeOf(route).path)
    .filter(parameter => parameter !== 'org' && !givenNames.includes(parameter))
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
  expect(await front.trail(foreign.org)).toEqual(story);
});

/** Ids that stand in lists of bodies. */
const inLists = [
  ...(['invite-user', 'edit-user'] as const).flatMap(route => [
    { route, field: 'customRoles', kind: 'role' },
    { route, field: 'groups', kind: 'group' },
    { route, field: 'projects', kind: 'project' },
  ]),
  ...(['create-group', 'edit-group'] as const).map(route => ({ route, field: 'customRoles', kind: 'role' })),
];

test.each(inLists)(
  '$route: a $kind of another organization in the body is as one that does not exist',
  async ({ route, field, kind }) => {
    const { missing, theirs } = strangers[kind] ?? expect.fail(`Nothing is known of a ${kind}`);
    const { input, headers } = await validRequest(route, { front, home });
    const naming = (id: string) =>
      refused(front, route, { ...input, [field]: [id] }, home.owner, { headers });
    const unknown = await naming(missing);
    expect([unknown.status, unknown.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      [`/${field}`],
    ]);
    // What was asked for is told back, and nothing else.
    const quoted = (answer: Answer, id: string) => bytesOf(answer).replaceAll(id, 'the id');
    expect(quoted(await naming(theirs), theirs)).toBe(quoted(unknown, missing));
  },
);

test('users of another organization in a list of members are skipped as those who do not exist', async () => {
  const { id: group } = await arrangeGroup(front, home);
  const { missing = '', theirs = '' } = strangers.user ?? {};
  const outcomes: unknown[] = [];
  for (const list of ['add', 'remove'])
    for (const user of [missing, theirs]) {
      const input = { org: home.org, group, [list]: [user] };
      const { status, body } = await ask(front, 'change-group-members', input, home.owner);
      expect(status).toBe(202);
      await front.settle();
      const { items } = (await ask(front, 'list-job-items', { org: home.org, job: body.id }, home.owner))
        .body;
      outcomes.push([list, items.map(({ user: _, ...item }) => item)]);
    }
  const [added, addedTheirs, removed, removedTheirs] = outcomes;
  expect([addedTheirs, removedTheirs]).toEqual([added, removed]);
  const { body } = await ask(front, 'get-group', { org: home.org, group }, home.owner);
  expect(body.members).toBe(0);
});

test('whether somebody may is answered of no other organization', async () => {
  const questions = [{ permission: 'crm.contacts.read' }];
  for (const kind of [...insiders, 'operator'] as const) {
    const about = (organization: string) =>
      refused(front, 'authorize-user', { organization, questions }, actors[kind]);
    const missing = await about(front.world.ids.make('org'));
    expect(outcomeOf(missing)).toBe('not-found');
    expect(bytesOf(await about(foreign.org)), kind).toBe(bytesOf(missing));
  }
});

test('content of the same name in another organization is another', async () => {
  const content = { type: 'folder', id: 'reports' };
  const inGroup = async (of: Arranged) => ({ org: of.org, group: (await arrangeGroup(front, of)).id });
  const [own, theirs] = [await inGroup(home), await inGroup(foreign)];
  await ask(front, 'grant-content', { ...theirs, ...content, name: 'Theirs' }, foreign.owner);
  await ask(front, 'grant-content', { ...own, ...content, name: 'Ours' }, home.owner);
  expect((await ask(front, 'remove-content', { ...own, ...content }, home.owner)).status).toBe(204);
  const { items } = (await ask(front, 'list-group-content', theirs, foreign.owner)).body;
  expect(items).toMatchObject([{ ...content, name: 'Theirs' }]);
});

test('a partner is nobody to those who are not its staff, nor is what it looks after', async () => {
  const partner = await arrangePartner(front);
  for (const route of ['list-organizations', 'list-all-users'] as const)
    for (const kind of [...insiders, 'partner', 'operator'] as const) {
      const by = (id: string) => refused(front, route, { partner: id }, actors[kind]);
      const missing = await by(front.world.ids.make('org'));
      expect(outcomeOf(missing)).toBe('not-found');
      for (const id of [partner.org, foreign.org, home.org])
        expect(bytesOf(await by(id)), kind).toBe(bytesOf(missing));
    }
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
