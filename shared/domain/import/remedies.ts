/** What to put into a cell that is no good: a sentence for each column. */
import type { TakenColumn } from '../../contract/user-columns.ts';

export const remedies: Readonly<Record<TakenColumn, string>> = {
  id: 'Put the ID as an export has it, or leave it out: users are found by their address, too.',
  firstName: 'Put a name of at most 100 characters.',
  lastName: 'Put a name of at most 100 characters.',
  displayName: 'Put a name of at most 200 characters.',
  username: 'Put letters and digits with dashes inside, at most 64.',
  email: 'Put an address such as ada@example.com.',
  role: 'Put owner, admin, manager or user.',
  access: 'Put all, none, or keys of permissions such as crm.contacts.read, with semicolons between them.',
  customRoles: 'Put names of custom roles, with semicolons between them, or none.',
  groups: 'Put names of groups, with semicolons between them, or none.',
  projects: 'Put names of projects, with semicolons between them, or none.',
  language: 'Put en, de, fr or es.',
  apiAccess: 'Put yes or no.',
  mfaRequired: 'Put yes or no.',
};
