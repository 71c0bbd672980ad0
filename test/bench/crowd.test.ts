/** A crowd is one that the product's own rules could have let come about. */
import { expect, test } from 'vitest';
import { memberOf } from '../../infra/local/seed/sizes/crowd.ts';
import { manyOrganizations } from '../../infra/local/seed/sizes/organizations.ts';
import { boardSize } from '../../infra/local/seed/sizes/rights.ts';
import { besidesOf, countedOf, listedOf } from '../../infra/local/seed/sizes/stored.ts';
import { nameOf } from '../../shared/adapters/dynamo/items.ts';
import { Username } from '../../shared/contract/users.ts';
import { following } from '../../shared/domain/mirror.ts';
import { Entity } from '../../shared/domain/model.ts';
import { anOrganization } from '../harness/entities.ts';
import { crowdHere } from './sizes.ts';

const crowd = crowdHere();
const members = Array.from({ length: 500 }, (_, number) => memberOf(crowd, number));
const users = members.map(({ user }) => user);
const nothing = { policy: undefined, groups: [], projects: [] };

test('a crowd comes out the same each time, and nobody is in it twice', () => {
  expect(memberOf(crowd, 7)).toEqual(members[7]);
  const stored = members.flatMap(member => [...listedOf(member), ...besidesOf(member, nothing)]);
  expect(new Set(stored.map(nameOf)).size).toBe(stored.length);
});

test('whoever is in it can be stored, and shows what their person has', () => {
  for (const { user, person, elsewhere } of members) {
    for (const entity of [user, person, ...(elsewhere ? [elsewhere] : [])])
      expect(Entity.safeParse(entity).error).toBeUndefined();
    expect(following(user, person)).toEqual(user);
    expect(person.home).toBe(user.home ? user.organization : elsewhere?.organization);
    if (user.username) expect(Username.parse(user.username)).toBe(user.username);
    if (user.projects.length > 0) expect(user.role).toBe('user');
  }
});

test('there is somebody for every filter, and a group of the same size in a crowd of any', () => {
  const some = (isSuch: (user: (typeof users)[number]) => boolean) => users.filter(isSuch).length;
  for (const status of ['invited', 'active', 'inactive', 'archived'])
    expect(
      some(user => user.status === status),
      status,
    ).toBeGreaterThan(0);
  for (const role of ['admin', 'manager', 'user'])
    expect(
      some(user => user.role === role),
      role,
    ).toBeGreaterThan(0);
  expect(some(({ home }) => !home)).toBeGreaterThan(0);
  expect(some(({ factors }) => factors.length > 0)).toBeGreaterThan(50);
  expect(some(({ groups }) => groups.includes(crowd.board))).toBe(boardSize);
});

test('what is counted is how many there are', () => {
  const organizations = [
    anOrganization({ id: crowd.organization }),
    anOrganization({ id: crowd.contractors }),
  ];
  const [own, others] = countedOf(members, organizations, nothing);
  const active = users.filter(({ status }) => status === 'active');
  expect(own).toMatchObject({ organization: crowd.organization, add: { active: active.length } });
  expect(others).toMatchObject({ add: { active: users.filter(({ home }) => !home).length } });
});

test('of many organizations each has its owner', () => {
  const items = manyOrganizations({ first: 0, count: 20, seed: 1, now: crowd.now });
  const of = (type: string) => items.filter(item => item.type === type);
  expect(of('organization')).toHaveLength(20);
  expect(of('user').map(({ role, status }) => `${role} ${status}`)).toEqual(Array(20).fill('owner active'));
  for (const counters of of('counters')) expect(counters).toMatchObject({ active: 1, seats: 1, owners: 1 });
});
