/** Examples of who may do what: the catalogue, custom roles, groups, content, projects, and the question itself. */
import { customRole, type Examples, group, org, user } from './openapi-example.ts';
import { running } from './openapi-examples-jobs.ts';

const project = 'prj_01kam3zq6h7x2c9v5b1n4m8qwe';

const read = {
  key: 'crm.contacts.read',
  name: 'See contacts',
  explanation: 'Sees every contact and what was written to them.',
};
const exporting = {
  key: 'crm.contacts.export',
  name: 'Export contacts',
  explanation: 'Takes all contacts out as a file.',
};
const applications = [{ key: 'crm', name: 'Customers', permissions: [read, exporting] }];
const catalogue = { applications, version: 3 };

const role = {
  id: customRole,
  name: 'Sales',
  description: 'Whoever talks to customers.',
  permissions: [read.key],
  createdAt: '2026-11-21T09:30:00.000Z',
  version: 2,
};
const named = { id: customRole, name: role.name };

const europe = {
  id: group,
  name: 'Europe',
  externalId: 'sales-eu',
  customRoles: [named],
  members: 42,
  contents: 3,
  createdAt: '2026-11-21T09:30:00.000Z',
  version: 4,
};
const member = {
  id: user,
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  role: 'manager',
  status: 'active',
} as const;
const folder = { type: 'folder', id: 'reports-2026', name: 'Reports of 2026' };

const launch = {
  id: project,
  name: 'Launch',
  description: 'Until spring.',
  members: 5,
  createdAt: '2026-11-21T09:30:00.000Z',
  version: 1,
};

export const accessExamples: Examples = {
  'list-applications': { answer: catalogue },
  'get-catalogue': { answer: catalogue },
  'put-catalogue': { sent: { applications }, answer: catalogue },
  'get-user-permissions': {
    answer: {
      everything: false,
      works: true,
      items: [
        {
          ...read,
          application: { key: 'crm', name: 'Customers' },
          sources: [{ kind: 'direct' }, { kind: 'group', id: group, name: europe.name, customRole: named }],
        },
      ],
    },
  },
  'authorize-user': {
    sent: {
      organization: org,
      questions: [{ permission: read.key }, { content: { type: folder.type, id: folder.id } }, { project }],
    },
    answer: {
      answers: [
        { allowed: true, sources: [{ kind: 'custom-role', ...named }] },
        { allowed: true, sources: [{ kind: 'group', id: group }] },
        { allowed: false, reason: 'not-granted' },
      ],
    },
  },
  'list-custom-roles': { answer: { items: [role] } },
  'create-custom-role': { sent: { org, name: role.name, permissions: [read.key] }, answer: role },
  'get-custom-role': { answer: role },
  'edit-custom-role': { sent: { org, role: customRole, permissions: [read.key] }, answer: role },
  'list-role-holders': {
    answer: {
      items: [{ id: user, displayName: member.displayName, email: member.email }],
      groups: [{ id: group, name: europe.name, members: europe.members }],
    },
  },
  'list-groups': { answer: { items: [europe] } },
  'create-group': {
    sent: { org, name: europe.name, externalId: europe.externalId, customRoles: [customRole] },
    answer: { ...europe, members: 0, contents: 0, version: 1 },
  },
  'get-group': { answer: europe },
  'edit-group': { sent: { org, group, name: europe.name, externalId: null }, answer: europe },
  'list-group-members': { answer: { items: [member] } },
  'change-group-members': {
    sent: { org, group, add: [user] },
    answer: { ...running, state: 'queued', progress: { done: 0, failed: 0, skipped: 0, total: 500 } },
  },
  'list-group-content': { answer: { items: [folder] } },
  'grant-content': { sent: { org, group, ...folder }, answer: folder },
  'list-projects': { answer: { items: [launch] } },
  'create-project': {
    sent: { org, name: launch.name, description: launch.description },
    answer: { ...launch, members: 0 },
  },
  'get-project': { answer: launch },
  'edit-project': { sent: { org, project, name: launch.name, description: null }, answer: launch },
  'list-project-members': { answer: { items: [{ ...member, role: 'user' }] } },
};
