/** What a file of users takes in each column: said on the page, and in the template's notes. */
import type { TakenColumn } from '../../../shared/contract/user-columns.ts';

type ColumnWords = { takes: string; example: string };

const columns: Readonly<Record<TakenColumn, ColumnWords>> = {
  id: {
    takes: 'Finds the user, as an export writes it. Leave it empty for somebody new.',
    example: '',
  },
  firstName: { takes: 'New users need one.', example: 'Maria' },
  lastName: { takes: 'New users need one.', example: 'Lindgren' },
  displayName: { takes: 'How the name is shown. New users: first and last name, unless said.', example: '' },
  username: { takes: 'For signing in beside the address; nobody else here may have it.', example: 'maria' },
  email: {
    takes: 'New users need one. It finds the user where there is no ID, and is never changed by a file.',
    example: 'maria.lindgren@example.com',
  },
  role: { takes: 'owner, admin, manager or user. New users: user, unless said.', example: 'user' },
  access: {
    takes: 'all, or the keys of permissions; owners and admins have all of them.',
    example: 'all',
  },
  customRoles: { takes: 'By name or ID.', example: '' },
  groups: { takes: 'By name, ID or external ID.', example: '' },
  projects: { takes: 'By name or ID; for the role user alone.', example: '' },
  language: { takes: 'Of the invitation: en, de, fr or es. For new users alone.', example: 'en' },
  apiAccess: { takes: 'yes or no.', example: 'no' },
  mfaRequired: { takes: 'yes or no.', example: 'no' },
};

/** Holds for every column. */
const rules: readonly string[] = [
  'The first row has the headings, in any order; columns that you do not need can be left out.',
  'An empty cell leaves what is there; for new users it means the usual.',
  'The word none takes away what is there: the username, or every group, project or custom role.',
  'Several values stand in one cell with a semicolon between them: Sales; Support.',
  'A name that two groups or projects have is not enough: write the ID.',
  'Other columns of an export may stay; they are not taken.',
];

export const importColumnsTexts = { title: 'What a file of users may have', columns, rules };
