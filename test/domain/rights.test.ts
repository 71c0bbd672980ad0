/** What rights may name, what having them entails, and how they are shown. */
import { expect, test } from 'vitest';
import type { Rights } from '../../shared/domain/holdings.ts';
import type { User } from '../../shared/domain/model.ts';
import { assigning, type Known, nothingNamed, rightsErrors, viewRights } from '../../shared/domain/rights.ts';
import { orgId, personId, user } from './build.ts';
import {
  application,
  direct,
  group,
  groupId,
  keys,
  policy,
  project,
  projectId,
  rights,
  roleId,
} from './build-access.ts';

const known: Known = {
  policy: policy({ 1: keys('read'), 2: [] }),
  groups: [group(1), group(2)],
  projects: [project(1), project(2)],
  applications: [application(['read', 'write'], ['fax'])],
};

const missing = ['/access missing'];

test.each<[what: string, after: Partial<Rights>, before: Partial<Rights> | undefined, errors: string[]]>([
  [
    'all that is there',
    {
      ...{ access: direct('read'), customRoles: [roleId(1)], groups: [groupId(1)], projects: [projectId(1)] },
    },
    undefined,
    [],
  ],
  [
    'permissions that are not offered',
    { access: direct('read', 'fly') },
    undefined,
    ['/access/permissions unknown'],
  ],
  ['a retired one', { access: direct('fax') }, undefined, ['/access/permissions unknown']],
  ['a retired one that they have', { access: direct('fax') }, { access: direct('fax') }, []],
  [
    'what is gone',
    { customRoles: [roleId(9)], groups: [groupId(9), groupId(8)], projects: [projectId(9)] },
    undefined,
    ['/customRoles unknown', '/groups unknown', '/groups unknown', '/projects unknown'],
  ],
  [
    'what is gone, to whoever has it',
    { customRoles: [roleId(9)], groups: [groupId(9)] },
    { customRoles: [roleId(9)], groups: [groupId(9)] },
    [],
  ],
  ['nothing', {}, undefined, missing],
  ['only a group', { groups: [groupId(1)] }, undefined, missing],
  ['only a project', { projects: [projectId(1)] }, undefined, missing],
  ['nothing to a manager', { role: 'manager' }, undefined, missing],
  ['nothing to an admin', { role: 'admin' }, undefined, []],
  ['nothing to an owner', { role: 'owner' }, undefined, []],
  ['nothing any more', {}, { access: direct('read') }, missing],
  ['nothing still', { groups: [groupId(1)] }, {}, []],
  ['nothing, in another role', { role: 'manager' }, {}, missing],
])('%s', (_, after, before, errors) => {
  const found = rightsErrors(rights(after), before && rights(before), known);
  expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(errors);
});

const full = user({
  customRoles: [roleId(1), roleId(9)],
  groups: [groupId(1), groupId(9)],
  projects: [projectId(1)],
  status: 'active',
});
const bare = user({ status: 'active' });
const archived: User = { ...full, status: 'archived' };
const steps = (before: User | undefined, after: User | undefined) =>
  assigning(before, after, known).map(change => {
    if (change.do === 'tally') return `${change.of.type} ${change.add}`;
    const { to } = 'entity' in change && change.entity.type === 'assignment' ? change.entity : { to: '' };
    return `${change.do} ${to.slice(0, 3)}`;
  });
const created = ['create grp', 'group 1', 'create prj', 'project 1', 'create rol'];
const removed = ['remove grp', 'group -1', 'remove prj', 'project -1', 'remove rol'];

test.each<[what: string, before: User | undefined, after: User | undefined, steps: string[]]>([
  ['somebody comes', undefined, full, created],
  ['somebody is given it', bare, full, created],
  ['somebody goes', full, undefined, removed],
  ['it is taken', full, bare, removed],
  ['nothing turns', full, { ...full, displayName: 'Other' }, []],
  ['they are put away', full, archived, removed],
  ['they are brought back', archived, full, created],
  ['they go after that', archived, undefined, []],
  ['they are invited anew after that', archived, full, created],
  ['nobody', undefined, undefined, []],
  [
    'one is exchanged for another',
    { ...bare, groups: [groupId(1)] },
    { ...bare, groups: [groupId(2)] },
    ['remove grp', 'group -1', 'create grp', 'group 1'],
  ],
])('what is there knows who has it, and what is gone nobody: %s', (_, before, after, expected) => {
  expect(steps(before, after)).toEqual(expected);
});

test('an assignment is named by what is assigned and to whom', () => {
  expect(assigning(bare, { ...bare, groups: [groupId(2)] }, known)).toEqual([
    {
      do: 'create',
      entity: { type: 'assignment', version: 1, organization: orgId(), to: groupId(2), user: personId() },
    },
    expect.objectContaining({ do: 'tally', number: 'members', add: 1 }),
  ]);
});

test('what is gone is not shown', () => {
  expect(viewRights(full, known)).toEqual({
    access: { mode: 'all' },
    customRoles: [{ id: roleId(1), name: 'Role 1' }],
    groups: [{ id: groupId(1), name: 'Group 1' }],
    projects: [{ id: projectId(1), name: 'Project 1' }],
  });
  expect(viewRights(full, nothingNamed)).toMatchObject({ customRoles: [], groups: [], projects: [] });
});
