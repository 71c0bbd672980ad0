/** What there is to give in the demo's organizations, and who has been given what: custom roles, groups and projects. */
import { retired } from './applications.ts';

type DemoRole = { name: string; description: string; permissions: string[] };
export type DemoGroup = {
  name: string;
  description: string;
  externalId?: string;
  customRoles: string[];
  contents: { type: string; id: string; name: string }[];
};
/** What somebody has, by name. Whoever stands in no list has access to all. */
type DemoRights = {
  permissions?: string[];
  customRoles?: string[];
  groups?: string[];
  projects?: string[];
};
export type DemoAccess = {
  customRoles: DemoRole[];
  groups: DemoGroup[];
  projects: { name: string; description: string }[];
  people: Readonly<Record<string, DemoRights>>;
};

const everybody = (names: string[], rights: DemoRights): Record<string, DemoRights> =>
  Object.fromEntries(names.map(name => [name, rights]));

export const northwindAccess: DemoAccess = {
  customRoles: [
    {
      name: 'Sales',
      description: 'Looks after customers and closes deals.',
      permissions: ['crm.contacts.read', 'crm.contacts.edit', 'crm.deals.read', 'crm.deals.edit'],
    },
    {
      name: 'Bookkeeper',
      description: 'Writes invoices and sees that they are paid.',
      permissions: ['billing.invoices.read', 'billing.invoices.send', 'reports.dashboards.view'],
    },
    {
      name: 'Analyst',
      description: 'Finds out how things are going.',
      permissions: ['reports.dashboards.view', 'reports.dashboards.edit', 'reports.queries.run', retired.key],
    },
  ],
  groups: [
    {
      name: 'Europe',
      description: 'Everybody who works for customers between Lisbon and Helsinki.',
      externalId: 'region-eu',
      customRoles: ['Analyst'],
      contents: [
        { type: 'folder', id: 'contracts-eu', name: 'Contracts Europe' },
        { type: 'dashboard', id: 'pipeline-eu', name: 'Pipeline Europe' },
      ],
    },
    {
      name: 'Field sales',
      description: 'On the road, with a telephone.',
      externalId: 'field-sales',
      customRoles: ['Sales'],
      contents: [{ type: 'folder', id: 'price-lists', name: 'Price lists' }],
    },
    {
      name: 'Finance',
      description: 'Invoices, refunds and the bank.',
      customRoles: ['Bookkeeper'],
      contents: [],
    },
  ],
  projects: [
    { name: 'Harbour crane', description: 'The new crane in Newcastle, until spring.' },
    { name: 'Trade fair', description: 'Hanover, the last week of April.' },
  ],
  people: {
    ...everybody(['Bjørn Ødegård', 'Camille Lefèvre', 'Éva Szabó', 'Hanna Schröder'], {
      customRoles: ['Sales'],
      groups: ['Europe'],
    }),
    ...everybody(['Chidi Nwosu', 'Grace Mwangi', 'Jorge Peña', 'Quinn Abbott'], {
      permissions: ['reports.dashboards.view'],
      groups: ['Field sales', 'Europe'],
      projects: ['Trade fair'],
    }),
    ...everybody(['Dilnoza Karimova', 'Şebnem Yılmaz'], {
      permissions: ['billing.refunds.issue'],
      groups: ['Finance'],
    }),
    'Ulla Berg': {
      permissions: ['crm.contacts.export'],
      customRoles: ['Analyst', 'Sales'],
      groups: ['Europe', 'Field sales'],
      projects: ['Harbour crane', 'Trade fair'],
    },
    'Liam Byrne': { customRoles: ['Analyst'], projects: ['Harbour crane'] },
    'Mateo Fernández': { customRoles: ['Sales', 'Bookkeeper'], groups: ['Europe'] },
  },
};

export const blueHarborAccess: DemoAccess = {
  customRoles: [
    {
      name: 'Order desk',
      description: 'Takes orders and sends invoices.',
      permissions: ['crm.contacts.read', 'crm.deals.read', 'crm.deals.edit', 'billing.invoices.send'],
    },
  ],
  groups: [
    {
      name: 'Cold store',
      description: 'The night shift.',
      customRoles: ['Order desk'],
      contents: [{ type: 'folder', id: 'delivery-notes', name: 'Delivery notes' }],
    },
  ],
  projects: [],
  people: everybody(['Beatriz Santos', 'Daniel Kim', 'Dario Conti'], {
    permissions: ['crm.contacts.read'],
    groups: ['Cold store'],
  }),
};
