/** What a row comes to: each outcome, and each thing that can be wrong with one, said at its cell. */

import { expect, test } from 'vitest';
import type { Role } from '../../../shared/contract/roles.ts';
import type { UserColumn } from '../../../shared/contract/user-columns.ts';
import { viewRow } from '../../../shared/domain/import/row.ts';
import type { Organization, User } from '../../../shared/domain/model.ts';
import type { PlannedRow } from '../../../shared/domain/model-plans.ts';
import { address, invitation, minutesFromNow, organization, personId } from '../build.ts';
import { group, groupId, projectId, roleId } from '../build-access.ts';
import { member, plan } from './build-import.ts';

const all = [
  'id',
  'firstName',
  'lastName',
  'displayName',
  'username',
  'email',
  'role',
  'status',
  'access',
] as const;
const columns: UserColumn[] = [
  ...all,
  'customRoles',
  'groups',
  'projects',
  'language',
  'apiAccess',
  'mfaRequired',
];

type Cells = Partial<Record<UserColumn, string>>;
type Around = {
  by?: Role;
  having?: Partial<User>;
  organization?: Partial<Organization>;
  sendInvitations?: boolean;
};

const ada = { firstName: 'Ada', lastName: 'Byron', email: 'Ada@Example.com', access: 'all' };

const one = (cells: Cells, users: readonly User[] = [], around: Around = {}) => {
  const [row] = plan([cells], users, { columns, ...around });
  if (!row) throw new Error('There is no plan of a row');
  return row;
};

test('whoever is not there is created, with what the cells say and the usual otherwise', () => {
  const row = one({
    ...{ ...ada, role: 'Manager', username: 'ADA', customRoles: 'role 1', groups: 'GROUP 1; north; Group 1' },
    ...{ language: 'DE', apiAccess: 'No', mfaRequired: 'TRUE' },
  });
  expect(row).toMatchObject({ outcome: 'create', name: 'Ada Byron', email: 'ada@example.com', errors: [] });
  expect(row.create?.wish).toEqual({
    ...{ firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', role: 'manager', username: 'ada' },
    ...{ access: { mode: 'all' }, customRoles: [roleId(1)], groups: [groupId(1), groupId(3)], projects: [] },
    ...{ language: 'de', apiAccess: false, requireMfa: true, sendInvitation: true },
  });
  expect(row.changes).toContainEqual({ heading: 'Groups', before: '', after: 'Group 1; Group 3' });
  expect(one(ada, [], { sendInvitations: false }).create?.wish).toMatchObject({
    ...{ role: 'user', sendInvitation: false, requireMfa: false },
  });
  expect(one({ ...ada, username: 'None', groups: 'none' }).create?.wish).toMatchObject({ groups: [] });
});

test('whoever is there is changed by the cells that say something else, and by no other', () => {
  const user = member(5, { groups: [groupId(1)], username: 'uma', projects: [projectId(1)] });
  const same = {
    id: user.id,
    firstName: 'Uma',
    role: 'USER',
    groups: 'group 1',
    apiAccess: '0',
    language: 'fr',
  };
  expect(one(same, [user])).toMatchObject({ outcome: 'unchanged', user: user.id, changes: [] });
  const row = one({ ...same, lastName: 'Byron', role: 'manager', groups: 'Group 2', username: 'none' }, [
    user,
  ]);
  expect(row).toMatchObject({ outcome: 'update', user: user.id, name: 'Uma User' });
  expect(row.edit?.wish).toEqual({
    lastName: 'Byron',
    role: 'manager',
    groups: [groupId(2)],
    username: null,
  });
  expect(row.changes).toEqual([
    { heading: 'Last name', before: 'User', after: 'Byron' },
    { heading: 'Display name', before: 'Uma User', after: 'Uma Byron' },
    { heading: 'Username', before: 'uma', after: '' },
    { heading: 'Role', before: 'user', after: 'manager' },
    { heading: 'Groups', before: 'Group 1', after: 'Group 2' },
    { heading: 'Projects', before: 'Project 1', after: '' },
  ]);
});

test('by address, it is the same user; an address that somebody else had here before makes somebody new', () => {
  const user = member(5);
  expect(one({ email: 'USER5@example.com', firstName: 'Una' }, [user])).toMatchObject({
    outcome: 'update',
    edit: { wish: { firstName: 'Una' } },
  });
  const gone = member(5, { status: 'archived', seated: false });
  expect(one({ ...ada, email: gone.email }, [gone])).toMatchObject({ outcome: 'create', email: gone.email });
});

test('whoever is archived is left as they are', () => {
  const gone = member(5, { status: 'archived', seated: false });
  const byAddress = { email: gone.email, status: 'Archived' };
  expect(one({ id: gone.id, firstName: 'Uma' }, [gone]).outcome).toBe('unchanged');
  expect(one({ ...byAddress, firstName: 'Uma' }, [gone]).outcome).toBe('unchanged');
  for (const whom of [{ id: gone.id }, byAddress])
    expect(one({ ...whom, firstName: 'Una' }, [gone])).toMatchObject({
      outcome: 'error',
      user: gone.id,
      errors: [{ reason: /archived/, remedy: /Restore them first/ }],
    });
  expect(one({ ...ada, status: 'archived' })).toMatchObject({
    errors: [{ heading: 'Status', value: 'archived', reason: /Nobody who is archived/ }],
  });
});

test.each<[string, Cells, object]>([
  [
    'no ID of anybody',
    { id: personId(77) },
    { heading: 'ID', value: personId(77), reason: /no user with this ID/ },
  ],
  ['nonsense for an ID', { id: 'me' }, { heading: 'ID', value: 'me', reason: /no user with this ID/ }],
  ['neither ID nor address', { firstName: 'Ada' }, { reason: /Neither ID nor Email/ }],
  [
    'no address',
    { ...ada, email: 'ada' },
    { heading: 'Email', value: 'ada', reason: /not an email address/ },
  ],
  [
    'no first name',
    { ...ada, firstName: '' },
    { heading: 'First name', reason: /is empty, and nobody is there/ },
  ],
  ['a long name', { ...ada, lastName: 'x'.repeat(101) }, { heading: 'Last name', reason: /longer than 100/ }],
  [
    'a name that deceives',
    { ...ada, lastName: 'a\u202eb' },
    { heading: 'Last name', reason: /cannot be shown/ },
  ],
  [
    'another role',
    { ...ada, role: 'boss' },
    { heading: 'Role', value: 'boss', reason: 'There is no role boss.' },
  ],
  [
    'a username with spaces',
    { ...ada, username: 'a b' },
    { heading: 'Username', value: 'a b', reason: /may have letters/ },
  ],
  [
    'another language',
    { ...ada, language: 'xx' },
    { heading: 'Language', value: 'xx', remedy: 'Put en, de, fr or es.' },
  ],
  [
    'neither yes nor no',
    { ...ada, apiAccess: 'maybe' },
    { heading: 'API access', reason: 'It says neither yes nor no.' },
  ],
  ['nothing to hold', { ...ada, access: '' }, { heading: 'Permissions', reason: /is empty: give access/ }],
  [
    'a permission that there is not',
    { ...ada, access: 'crm.fly' },
    { heading: 'Permissions', reason: /crm\.fly/ },
  ],
  ['a retired permission', { ...ada, access: 'crm.old' }, { heading: 'Permissions', reason: /crm\.old/ }],
  ['no key', { ...ada, access: 'Everything' }, { heading: 'Permissions', reason: /is not a key/ }],
  [
    'an unknown group',
    { ...ada, groups: 'Group 1; Nobody' },
    { heading: 'Groups', reason: 'There is no group Nobody.' },
  ],
  [
    'an unknown project',
    { ...ada, projects: 'X' },
    { heading: 'Projects', reason: 'There is no project X.' },
  ],
  [
    'an unknown custom role',
    { ...ada, customRoles: 'X' },
    { heading: 'Custom roles', reason: /no custom role X/ },
  ],
  [
    'a project for a manager',
    { ...ada, role: 'manager', projects: 'Project 1' },
    { heading: 'Projects', remedy: /role user/ },
  ],
  [
    'API access with a second factor',
    { ...ada, apiAccess: 'yes', mfaRequired: 'yes' },
    { heading: 'API access', reason: /exclude each other/ },
  ],
])('%s is said at its cell', (_, cells, error) => {
  const row = one(cells);
  expect(row).toMatchObject({ outcome: 'error', changes: [], errors: [error] });
  for (const { reason, remedy } of row.errors) {
    expect(reason).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});

test('everything that is wrong with the cells of a row is said at once', () => {
  const row = one({ ...ada, firstName: '', role: 'boss', groups: 'X', username: 'a b' });
  expect(row.errors.map(({ heading }) => heading)).toEqual(['First name', 'Role', 'Groups', 'Username']);
});

test('a name that two have is no name: the id is asked for', () => {
  const groups = [group(1, { name: 'Twins' }), group(2, { name: 'TWINS' })];
  const around = { columns, givable: { groups } };
  const [named, byId] = ['twins', groupId(2)].map(cell => plan([{ ...ada, groups: cell }], [], around)[0]);
  expect(named?.errors).toMatchObject([
    { heading: 'Groups', reason: /more than one group/, remedy: /its ID/ },
  ]);
  expect(byId).toMatchObject({ outcome: 'create', create: { wish: { groups: [groupId(2)] } } });
});

test('an ID with the address of somebody else is nobody’s', () => {
  const users = [member(5), member(6)];
  expect(one({ id: personId(5), email: 'user6@example.com' }, users)).toMatchObject({
    outcome: 'error',
    user: personId(5),
    errors: [{ heading: 'Email', value: 'user6@example.com', reason: /another address/ }],
  });
});

test.each<[string, Role, Cells, User[], object]>([
  ['creates an owner', 'admin', { ...ada, role: 'owner' }, [], { heading: 'Role', value: 'owner' }],
  ['makes an owner', 'admin', { id: personId(5), role: 'owner' }, [member(5)], { heading: 'Role' }],
  [
    'changes an owner',
    'admin',
    { id: personId(5), lastName: 'X' },
    [member(5, { role: 'owner' })],
    { heading: 'Role' },
  ],
  ['changes their own role', 'admin', { id: personId(9), role: 'user' }, [member(9, { role: 'admin' })], {}],
])('an admin never %s', (_, by, cells, users, error) => {
  expect(one(cells, users, { by })).toMatchObject({ outcome: 'error', errors: [error] });
});

test.each<[string, Cells, object]>([
  ['everything', ada, { heading: 'Permissions', value: 'all' }],
  [
    'a permission',
    { ...ada, access: 'crm.read; crm.write' },
    { heading: 'Permissions', reason: /you do not hold/ },
  ],
  ['a custom role', { ...ada, access: 'crm.read', customRoles: 'Role 2' }, { heading: 'Custom roles' }],
])('nobody gives %s beyond what they hold', (_, cells, error) => {
  const having: Partial<User> = { access: { mode: 'custom', permissions: ['crm.read' as never] } };
  const row = one(cells, [], { by: 'manager', having });
  expect(row.errors).toMatchObject([{ ...error, remedy: /Ask an owner or an admin/ }]);
});

test('of a guest, API access is another organization’s to give', () => {
  const guest = member(5, { invitation: invitation({ acceptedAt: minutesFromNow(-9) }) });
  const elsewhere = { id: organization().id };
  expect(one({ id: guest.id, apiAccess: 'yes' }, [guest], { organization: elsewhere }).outcome).toBe(
    'update',
  );
  const of = member(5, { ...guest, organization: 'org_00000000000000000000000002' as never, home: false });
  expect(one({ id: guest.id, apiAccess: 'yes' }, [of]).errors).toMatchObject([
    { heading: 'API access', value: 'yes', reason: /Another organization/ },
  ]);
});

test('addresses of other domains than are allowed, and what the plan has not, are refused', () => {
  const around = { organization: { allowedEmailDomains: ['northwind.example'], plan: 'starter' } };
  expect(one(ada, [], around).errors).toMatchObject([{ heading: 'Email', reason: /not of a domain/ }]);
  const user = member(5);
  expect(one({ id: user.id, apiAccess: 'yes' }, [user], around).errors).toMatchObject([
    { heading: 'API access' },
  ]);
});

test('a username that somebody has is taken; one’s own is not', () => {
  const users = [member(5, { username: 'ada' }), member(6)];
  expect(one({ ...ada, username: 'Ada' }, users).errors).toMatchObject([
    { heading: 'Username', reason: /has this username/ },
  ]);
  expect(one({ id: personId(6), username: 'ada' }, users).outcome).toBe('error');
  expect(one({ id: personId(5), username: 'ADA' }, users).outcome).toBe('unchanged');
});

test('whoever has an account elsewhere comes in like anybody, and nothing that is shown tells of it', () => {
  const [known] = plan(
    [ada],
    [member(5, { email: address('ada'), status: 'archived', organization: 'org_x' as never })],
    { columns },
  );
  const [unknown] = plan([ada], [], { columns });
  const shown = (row: PlannedRow | undefined) => row && viewRow(row);
  expect(shown(known)).toEqual(shown(unknown));
});
