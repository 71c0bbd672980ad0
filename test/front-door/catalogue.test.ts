/** The catalogue, as the operator keeps it and every organization sees it: what leaves it is retired, and never lost. */
import { beforeAll, expect, test } from 'vitest';
import { operatorOrganization } from '../../shared/contract/ids.ts';
import { type Arranged, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { type Answer, ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { catalogueToPut } from '../harness/valid-access.ts';

let front: Front;
let operator: Session;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  operator = await arrangeOperator(front);
  home = await arrangeOrganization(front);
});

type Permission = { key: string; name: string; explanation: string };
type Application = { key: string; name: string; permissions: Permission[] };

let keys = 0;
/** The catalogue is one for all, so every story has an application of its own. */
const freshKey = () => `tools-${Date.now().toString(36)}-${++keys}`;
const permission = (key: string): Permission => ({ key, name: 'Do it', explanation: 'Does what it says.' });
const tools = (key: string, ...names: string[]): Application => ({
  key,
  name: 'Tools',
  permissions: names.map(name => permission(`${key}.${name}`)),
});

/** Puts the catalogue as it is, with one application as said; another story may be about it at the same time. */
async function put(key: string, application?: Application): Promise<Answer<unknown>> {
  for (;;) {
    const { applications, headers } = await catalogueToPut(front, operator);
    const others = applications.filter(each => each.key !== key);
    const input = { applications: [...others, ...(application ? [application] : [])] };
    const answer = await refused(front, 'put-catalogue', input, operator, { headers });
    if (!['stale-version', 'changed-meanwhile'].includes(outcomeOf(answer))) return answer;
  }
}

async function shown(key: string) {
  const { body } = await ask(front, 'list-applications', { org: home.org }, home.owner);
  return body.applications.find(application => application.key === key);
}

const retired = { retiredAt: expect.stringMatching(/Z$/) };

test('every member who may sees it, with its version as the ETag', async () => {
  const key = freshKey();
  expect((await put(key, tools(key, 'use'))).status).toBe(200);
  const manager = await arrangeUser(front, home, 'manager');
  const { body, headers } = await ask(front, 'list-applications', { org: home.org }, manager);
  expect(body.applications).toContainEqual(tools(key, 'use'));
  expect(headers.etag).toBe(`"${body.version}"`);
});

test('what is left out is retired and stays; what comes back is as before', async () => {
  const key = freshKey();
  await put(key, tools(key, 'use', 'lend', 'sell'));
  await put(key, tools(key, 'sell', 'use'));
  const [sell, use, lend] = ['sell', 'use', 'lend'].map(name => permission(`${key}.${name}`));
  expect((await shown(key))?.permissions).toEqual([sell, use, { ...lend, ...retired }]);
  const since = (await shown(key))?.permissions[2]?.retiredAt;
  await put(key, tools(key, 'use'));
  expect((await shown(key))?.permissions).toEqual([
    use,
    { ...sell, ...retired },
    { ...lend, retiredAt: since },
  ]);
  await put(key, tools(key, 'lend', 'use'));
  expect((await shown(key))?.permissions).toEqual([lend, use, { ...sell, ...retired }]);
});

test('an application that is left out keeps its permissions, all of them retired', async () => {
  const key = freshKey();
  await put(key, tools(key, 'use'));
  await put(key);
  expect(await shown(key)).toEqual({
    ...tools(key),
    permissions: [{ ...permission(`${key}.use`), ...retired }],
  });
  await put(key, tools(key, 'use'));
  expect(await shown(key)).toEqual(tools(key, 'use'));
});

test('the trail of the operators names what was added, reworded, retired and brought back', async () => {
  const key = freshKey();
  const newest = async () =>
    (await front.trail(operatorOrganization)).findLast(({ changes }) =>
      JSON.stringify(changes).includes(key),
    );
  await put(key, tools(key, 'use', 'lend'));
  expect(await newest()).toMatchObject({
    action: 'catalogue.changed',
    actor: { kind: 'operator' },
    target: { type: 'catalogue' },
    changes: [
      { field: 'applications.added', after: [key] },
      { field: 'permissions.added', after: [`${key}.use`, `${key}.lend`] },
    ],
  });
  const reworded = { ...permission(`${key}.use`), explanation: 'Uses any tool.' };
  await put(key, { ...tools(key), name: 'All tools', permissions: [reworded] });
  expect((await newest())?.changes).toEqual([
    { field: 'applications.renamed', after: [key] },
    { field: 'permissions.retired', after: [`${key}.lend`] },
    { field: 'permissions.reworded', after: [`${key}.use`] },
  ]);
  await put(key, { ...tools(key, 'lend'), name: 'All tools' });
  expect((await newest())?.changes).toEqual([
    { field: 'permissions.retired', after: [`${key}.use`] },
    { field: 'permissions.revived', after: [`${key}.lend`] },
  ]);
});

test('putting what is there already changes nothing', async () => {
  const { applications, headers } = await catalogueToPut(front, operator);
  const before = await front.trail(operatorOrganization);
  const answer = await ask(front, 'put-catalogue', { applications }, operator, { headers });
  if (answer.status === 412) return; // another story was faster
  expect(answer.headers.etag).toBe(headers['if-match']);
  const later = (await front.trail(operatorOrganization)).slice(before.length);
  expect(later.filter(({ requestId }) => requestId === answer.headers['x-request-id'])).toEqual([]);
});

test('of two who have read the same, one puts', async () => {
  const key = freshKey();
  const { applications, headers } = await catalogueToPut(front, operator);
  const input = (name: string) => ({ applications: [...applications, tools(key, name)] });
  const answers = await Promise.all(
    ['use', 'lend'].map(name => refused(front, 'put-catalogue', input(name), operator, { headers })),
  );
  const outcomes = answers.map(outcomeOf);
  expect(outcomes.filter(outcome => outcome === '200').length).toBeLessThanOrEqual(1);
  for (const outcome of outcomes) expect(['200', 'stale-version', 'changed-meanwhile']).toContain(outcome);
  const unsaid = await refused(front, 'put-catalogue', { applications }, operator);
  expect(outcomeOf(unsaid)).toBe('precondition-required');
});

test('a permission begins with its application, and nothing stands there twice', async () => {
  const key = freshKey();
  const wrong = {
    ...tools(key, 'use', 'use'),
    permissions: [permission('crm.use'), permission(`${key}.use`)],
  };
  const { headers } = await catalogueToPut(front, operator);
  const applications = [wrong, tools(key, 'use', 'use')];
  const answer = await refused(front, 'put-catalogue', { applications }, operator, { headers });
  expect(answer.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/applications/0/permissions/0/key', 'foreign-key'],
    ['/applications/1/key', 'twice'],
    ['/applications/1/permissions/1/key', 'twice'],
  ]);
});

test('what somebody may do is told with all that gives it, and what is retired as that', async () => {
  const key = freshKey();
  await put(key, tools(key, 'use', 'lend', 'sell'));
  const { org, owner } = home;
  const role = { name: `Lender ${key}`, permissions: [`${key}.lend`, `${key}.use`] };
  const { id: lender } = (await ask(front, 'create-custom-role', { org, ...role }, owner)).body;
  const group = { name: 'Europe', customRoles: [lender] };
  const { id: europe } = (await ask(front, 'create-group', { org, ...group }, owner)).body;
  const user = await arrangeUser(front, home, 'user', {
    access: { mode: 'custom', permissions: [`${key}.use`] },
    customRoles: [lender],
    groups: [europe],
  });
  await put(key, tools(key, 'use', 'sell'));
  const about = { org, user: user.id };
  const { body } = await ask(front, 'get-user-permissions', about, user);
  const ofRole = { id: lender, name: role.name };
  const byRole = [
    { kind: 'custom-role', ...ofRole },
    { kind: 'group', id: europe, name: 'Europe', customRole: ofRole },
  ];
  expect(body).toEqual({
    everything: false,
    works: true,
    items: [
      {
        ...permission(`${key}.use`),
        application: { key, name: 'Tools' },
        sources: [{ kind: 'direct' }, ...byRole],
      },
      {
        ...permission(`${key}.lend`),
        ...retired,
        application: { key, name: 'Tools' },
        sources: byRole,
      },
    ],
  });
  await ask(front, 'deactivate-user', about, owner);
  const after = (await ask(front, 'get-user-permissions', about, owner)).body;
  expect(after).toEqual({ ...body, works: false });
});

test('whoever holds everything is told all there is, by what gives it', async () => {
  const key = freshKey();
  await put(key, tools(key, 'use'));
  const { org, owner } = home;
  const admin = await arrangeUser(front, home, 'admin', { access: { mode: 'all' } });
  const { body } = await ask(front, 'get-user-permissions', { org, user: admin.id }, owner);
  const { applications } = (await ask(front, 'list-applications', { org }, owner)).body;
  expect(body.everything).toBe(true);
  expect(body.items.map(item => item.key)).toEqual(
    applications.flatMap(({ permissions }) => permissions.map(each => each.key)),
  );
  expect(body.items.every(({ sources }) => JSON.stringify(sources) === JSON.stringify(both))).toBe(true);
});

const both = [{ kind: 'role', role: 'admin' }, { kind: 'all' }];
