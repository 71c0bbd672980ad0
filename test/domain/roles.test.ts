import { expect, test } from 'vitest';
import {
  can,
  type Deed,
  invitableRoles,
  mayManage,
  Permission,
  Role,
  type Standing,
} from '../../shared/contract/roles.ts';
import { actorInTrail, mayAct } from '../../shared/domain/actor.ts';
import { actor, personId } from './build.ts';

/** Who may do what to whom, as the product's own table says it. */
const table: Record<Deed, Record<Role, Role[]>> = {
  invite: {
    owner: ['owner', 'admin', 'manager', 'user'],
    admin: ['admin', 'manager', 'user'],
    manager: ['manager', 'user'],
    user: [],
  },
  edit: {
    owner: ['owner', 'admin', 'manager', 'user'],
    admin: ['admin', 'manager', 'user'],
    manager: ['manager', 'user'],
    user: [],
  },
  deactivate: {
    owner: ['owner', 'admin', 'manager', 'user'],
    admin: ['admin', 'manager', 'user'],
    manager: ['manager', 'user'],
    user: [],
  },
  delete: {
    owner: ['owner', 'admin', 'manager', 'user'],
    admin: ['admin', 'manager', 'user'],
    manager: ['user'],
    user: [],
  },
};

const cells = Object.entries(table).flatMap(([deed, byActor]) =>
  Object.entries(byActor).map(([role, targets]) => ({ deed: deed as Deed, role: role as Role, targets })),
);

test.each(cells)('$role may $deed: $targets', ({ deed, role, targets }) => {
  expect(Role.options.filter(target => mayManage(role, deed, target))).toEqual(targets);
  expect(Role.options.filter(target => mayAct(actor(role), deed, target))).toEqual(targets);
});

test('nobody may do anything to a role above their own', () => {
  for (const { role, targets } of cells)
    for (const target of targets)
      expect(Role.options.indexOf(target)).toBeGreaterThanOrEqual(Role.options.indexOf(role));
});

test.each(Role.options)('the roles that %s may hand out come highest first', role => {
  expect(invitableRoles(role)).toEqual(table.invite[role]);
});

/** What each role holds, in its own organization, as staff of the partner, and as staff of the SaaS company. */
const permissions = `
                        member                    partner               operator
organization.read       owner admin manager user  owner admin manager  owner admin manager
usage.read              owner admin manager       owner admin manager  owner admin manager
users.read              owner admin manager       owner admin manager  owner admin manager
users.invite            owner admin manager       owner admin manager  owner admin manager
users.edit              owner admin manager       owner admin manager  owner admin manager
users.deactivate        owner admin manager       owner admin manager  owner admin manager
users.delete            owner admin manager       owner admin manager  owner admin manager
users.export            owner admin               -                    owner admin
users.import            owner admin               -                    owner admin
users.credentials       owner admin manager       owner admin manager  owner admin manager
users.approve           -                         owner admin manager  owner admin manager
approvals.read          owner admin manager       owner admin manager  owner admin manager
settings.read           owner admin               -                    owner admin
settings.edit           owner admin               -                    owner admin
api-clients.manage      owner admin               -                    owner admin
ownership.hand-over     owner                     -                    -
access.read             owner admin manager       owner admin manager  owner admin manager
custom-roles.manage     owner admin               -                    owner admin
groups.read             owner admin manager       owner admin manager  owner admin manager
groups.manage           owner admin manager       owner admin manager  owner admin manager
projects.read           owner admin manager       owner admin manager  owner admin manager
projects.manage         owner admin manager       owner admin manager  owner admin manager
jobs.read               owner admin manager       owner admin manager  owner admin manager
jobs.manage             owner admin manager       owner admin manager  owner admin manager
organizations.read      -                         owner admin manager  owner admin manager
organizations.create    -                         owner admin manager  owner admin
organizations.suspend   -                         -                    owner admin
catalogue.edit          -                         -                    owner admin
`;

const [standings = [], ...held] = permissions
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s{2,}/));

test('every permission stands in the table', () => {
  expect(held.map(([permission]) => permission)).toEqual(Permission.options);
});

test.each(held)('%s is held by: %s; %s; %s', (permission = '', ...byStanding) => {
  for (const [i, standing] of standings.entries()) {
    const holders = Role.options.filter(role => can(role, permission as Permission, standing as Standing));
    expect(holders.join(' ') || '-', standing).toBe(byStanding[i]);
  }
});

test('whoever is in no organization may do nothing in one; a schedule follows rules of its own', () => {
  const signedIn = { kind: 'person', person: personId(), session: 's' } as const;
  expect(mayAct({ kind: 'anonymous' }, 'invite', 'user')).toBe(false);
  expect(mayAct(signedIn, 'invite', 'user')).toBe(false);
  expect(mayAct({ kind: 'system', name: 'expire-invitations' }, 'edit', 'owner')).toBe(true);
});

test.each([
  [{ kind: 'anonymous' } as const, { kind: 'anonymous' }],
  [{ kind: 'system', name: 'a-schedule' } as const, { kind: 'system', id: 'a-schedule' }],
  [actor('admin'), { kind: 'member', id: personId(9) }],
])('the trail names an actor by id alone: $0.kind', (who, named) => {
  expect(actorInTrail(who)).toEqual(named);
});
