import { beforeAll, expect, test } from 'vitest';
import { Role } from '../../shared/contract/roles.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { type Actors, arrangeActors } from '../harness/arrange-actors.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { ask, type Front, outcomeOf, refused, tokenIn } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';
import { validRequest } from '../harness/valid-requests.ts';

let front: Front;
let home: Arranged;
let actors: Actors;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 2000 });
  actors = await arrangeActors(front, home);
});

const inHome = (user: string) => ({ org: home.org, user });

/** To users of which role each role may do it. */
const may: [deed: RouteKey, owner: string, admin: string, manager: string][] = [
  ['invite-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['send-invitation', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['revoke-invitation', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['extend-invitation', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['copy-invitation-link', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['deactivate-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['reactivate-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['edit-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['archive-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['restore-user', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['change-user-email', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['cancel-user-email-change', 'owner admin manager user', 'admin manager user', 'manager user'],
  ['delete-user', 'owner admin manager user', 'admin manager user', 'user'],
];
const deeds = may
  .flatMap(([deed, owner, admin, manager]) => [
    { deed, actor: 'owner' as const, whom: owner },
    { deed, actor: 'admin' as const, whom: admin },
    { deed, actor: 'manager' as const, whom: manager },
  ])
  .map((deed, turn) => ({ ...deed, turn }));

test.each(deeds)('$deed as $actor: $whom', async ({ deed, actor, whom, turn }) => {
  const tried = inTurn(Role.options, 2, turn);
  const allowed: string[] = [];
  for (const role of tried) {
    const { input, headers } = await validRequest(deed, { front, home, role });
    const answer = await ask(front, deed, input, actors[actor], { headers });
    if (answer.status < 300) allowed.push(role);
    else expect(outcomeOf(answer)).toBe('role-too-high');
  }
  expect(allowed).toEqual(tried.filter(role => whom.split(' ').includes(role)));
});

test.each(['owner', 'admin', 'manager'] as const)('nobody removes themselves: %s', async kind => {
  const me = actors[kind];
  const about = inHome(me.id);
  expect(outcomeOf(await refused(front, 'deactivate-user', about, me))).toBe('own-account');
  const { etag = '' } = (await ask(front, 'get-user', about, me)).headers;
  const gone = await refused(front, 'delete-user', about, me, { headers: { 'if-match': etag } });
  expect(outcomeOf(gone)).toBe('own-account');
});

test('a user sees themselves and nobody else', async () => {
  const me = actors.user;
  expect((await ask(front, 'get-user', inHome(me.id), me)).body).toMatchObject({ email: me.email });
  expect(outcomeOf(await refused(front, 'get-user', inHome(home.owner.id), me))).toBe('not-allowed');
});

test('the last owner stays, whoever tries, until there is another', async () => {
  const alone = await arrangeOrganization(front);
  const about = { org: alone.org, user: alone.owner.id };
  const { operator } = actors;
  const deactivate = async () => outcomeOf(await refused(front, 'deactivate-user', about, operator));
  const remove = async () => {
    const { etag = '' } = (await ask(front, 'get-user', about, operator)).headers;
    return outcomeOf(await refused(front, 'delete-user', about, operator, { headers: { 'if-match': etag } }));
  };
  expect([await deactivate(), await remove()]).toEqual(['last-owner', 'last-owner']);

  const invited = { org: alone.org, firstName: 'N', lastName: 'N', email: freshEmail(), role: 'owner' };
  await ask(front, 'invite-user', invited, alone.owner);
  expect(await deactivate(), 'who is only invited is no owner yet').toBe('last-owner');
  await acceptNewest(front, invited.email);
  expect(await remove()).toBe('204');
});

test.each([
  ['admin', '200'],
  ['manager', '200'],
  ['user', 'not-found'],
] as const)(
  'staff of the SaaS company with the role %s list the users of a customer: %s',
  async (role, expected) => {
    const staff = await arrangeOperator(front, role);
    expect(outcomeOf(await ask(front, 'list-users', { org: home.org }, staff))).toBe(expected);
  },
);

test('staff act with the role they hold among themselves', async () => {
  const staff = await arrangeOperator(front, 'admin');
  const answer = await refused(front, 'deactivate-user', inHome(home.owner.id), staff);
  expect(outcomeOf(answer)).toBe('role-too-high');
});

test('staff who were deactivated are out at once, and stay signed out when they are back', async () => {
  const customer = await arrangeUser(front, home);
  const elsewhere = await arrangeOrganization(front);
  const me = await ask(front, 'get-me', {}, actors.operator);
  const operators = { org: me.body.organizations[0]?.id ?? '', user: customer.id };
  const invited = {
    ...operators,
    firstName: 'C',
    lastName: 'C',
    email: customer.email,
    role: 'manager',
    access: { mode: 'all' },
  };
  const { user: _, ...wish } = invited;
  await ask(front, 'invite-user', wish, actors.operator);
  await front.settle();
  const token = tokenIn((await front.mailsTo(customer.email)).at(-1));
  await ask(front, 'accept-invitation', { token }, customer);

  const look = async () => outcomeOf(await ask(front, 'list-users', { org: elsewhere.org }, customer));
  expect(await look()).toBe('200');
  await ask(front, 'deactivate-user', operators, actors.operator);
  expect(await look()).toBe('not-found');
  await ask(front, 'reactivate-user', operators, actors.operator);
  expect(await look()).toBe('not-found');
});
