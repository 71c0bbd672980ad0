/** The demo's story, played in memory: nothing in it is refused, and what it shows is there. */
import { beforeAll, expect, test } from 'vitest';
import { type Demo, seed } from '../../infra/local/seed/seed.ts';
import { operatorOrganization, type PersonId } from '../../shared/contract/ids.ts';
import { arrangePending } from '../harness/arrange.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask, type Session, sessionIn } from '../harness/front.ts';

const front = fakeFront();
let demo: Demo;

beforeAll(async () => {
  await arrangeOperator(front);
  await arrangePending(front, { org: operatorOrganization }, { role: 'owner' }); // as the deployment does
  demo = await seed(front.world, { empty: false });
  await front.settle();
});

async function signedIn(role: string, organizationName: string) {
  const account = demo.accounts.find(
    each => each.role === role && each.organizationName === organizationName,
  );
  if (!account) throw new Error(`There is no ${role} of ${organizationName}`);
  const { email, password, organization } = account;
  const answer = await ask(front, 'sign-in', { email, password });
  const session: Session = sessionIn(answer);
  const { person } = (await ask(front, 'get-me', {}, session)).body;
  return { ...session, org: organization, id: person.id as PersonId };
}

test('people hold what they do by custom roles and groups, and what was retired since', async () => {
  const user = await signedIn('user', 'Northwind Labs');
  const { body } = await ask(front, 'get-user-permissions', { org: user.org, user: user.id }, user);
  expect(body).toMatchObject({ everything: false, works: true });
  const kinds = new Set(body.items.flatMap(({ sources }) => sources.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['custom-role', 'direct', 'group']);
  expect(body.items.filter(({ retiredAt }) => retiredAt).map(({ key }) => key)).toEqual([
    'reports.print.order',
  ]);
});

test('groups and projects count their members', async () => {
  const owner = await signedIn('owner', 'Northwind Labs');
  const groups = (await ask(front, 'list-groups', { org: owner.org, limit: 50 }, owner)).body.items;
  expect(groups.map(({ name }) => name)).toEqual(['Europe', 'Field sales', 'Finance']);
  const projects = (await ask(front, 'list-projects', { org: owner.org, limit: 50 }, owner)).body.items;
  for (const { members } of [...groups, ...projects]) expect(members).toBeGreaterThan(1);
});

test('somebody works for two organizations, and a partner looks after two, of which one is suspended', async () => {
  const stored = (await front.stored()) as { type: string; name?: string; suspendedAt?: string }[];
  const suspended = stored.filter(({ type, suspendedAt }) => type === 'organization' && suspendedAt);
  expect(suspended.map(({ name }) => name)).toEqual(['Tidewater Rentals']);
  const people = stored as unknown as { type: string; memberships?: Record<string, string> }[];
  const ofTwo = people.filter(({ memberships = {} }) => Object.keys(memberships).length === 2);
  expect(ofTwo).toHaveLength(1);
});
