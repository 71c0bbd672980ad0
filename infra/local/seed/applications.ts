/** The applications of the demo's SaaS company, and what can be done in each. */
import type { PutCatalogue } from '../../../shared/contract/catalogue.ts';

type Plain<T> = T extends string ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type CatalogueApplication = Plain<PutCatalogue['applications'][number]>;

const crm: CatalogueApplication = {
  key: 'crm',
  name: 'CRM',
  permissions: [
    {
      key: 'crm.contacts.read',
      name: 'See contacts',
      explanation: 'Opens every customer and contact, with what was said to them.',
    },
    {
      key: 'crm.contacts.edit',
      name: 'Edit contacts',
      explanation: 'Adds customers and contacts, and changes and merges them.',
    },
    {
      key: 'crm.contacts.export',
      name: 'Export contacts',
      explanation: 'Takes the whole address book out as a file.',
    },
    {
      key: 'crm.deals.read',
      name: 'See deals',
      explanation: 'Sees every open and closed deal, with its value.',
    },
    {
      key: 'crm.deals.edit',
      name: 'Work on deals',
      explanation: 'Opens deals, moves them on and closes them.',
    },
    {
      key: 'crm.discounts.approve',
      name: 'Approve discounts',
      explanation: 'Approves discounts above ten per cent.',
    },
  ],
};

const billing: CatalogueApplication = {
  key: 'billing',
  name: 'Billing',
  permissions: [
    {
      key: 'billing.invoices.read',
      name: 'See invoices',
      explanation: 'Sees every invoice, and whether it was paid.',
    },
    {
      key: 'billing.invoices.send',
      name: 'Send invoices',
      explanation: 'Writes invoices and sends them to customers.',
    },
    { key: 'billing.refunds.issue', name: 'Issue refunds', explanation: 'Pays money back to a customer.' },
    {
      key: 'billing.accounts.edit',
      name: 'Edit bank accounts',
      explanation: 'Changes the accounts that customers pay into.',
    },
  ],
};

const reports: CatalogueApplication = {
  key: 'reports',
  name: 'Reports',
  permissions: [
    {
      key: 'reports.dashboards.view',
      name: 'View dashboards',
      explanation: 'Sees the dashboards that were shared with the organization.',
    },
    {
      key: 'reports.dashboards.edit',
      name: 'Build dashboards',
      explanation: 'Makes dashboards and shares them.',
    },
    {
      key: 'reports.queries.run',
      name: 'Run queries',
      explanation: 'Asks the data anything, beyond what dashboards show.',
    },
    {
      key: 'reports.schedules.edit',
      name: 'Schedule reports',
      explanation: 'Has reports mailed every day, week or month.',
    },
  ],
};

/** Was there until lately: whoever has it keeps it. */
export const retired = {
  key: 'reports.print.order',
  name: 'Order prints',
  explanation: 'Has reports printed and sent by post.',
};

export const catalogue = [crm, billing, reports];
export const formerCatalogue = [crm, billing, { ...reports, permissions: [...reports.permissions, retired] }];
