/** What a file of users has as columns, under fixed headings: an export writes them, and whoever reads a file knows them by these. */
import * as z from 'zod/mini';

export const UserColumn = z.enum([
  'id',
  'firstName',
  'lastName',
  'displayName',
  'username',
  'email',
  'role',
  'status',
  'access',
  'customRoles',
  'groups',
  'projects',
  'language',
  'apiAccess',
  'mfaRequired',
  'mfaEnrolled',
  'approved',
  'account',
  'invitation',
  'delivery',
  'invitationExpiresAt',
  'createdAt',
  'lastActiveAt',
]);
export type UserColumn = z.output<typeof UserColumn>;

/** What an import takes of a file; the other columns are known, and left as they are: they tell what came of something else. */
export const takenColumns = [
  'id',
  'firstName',
  'lastName',
  'displayName',
  'username',
  'email',
  'role',
  'access',
  'customRoles',
  'groups',
  'projects',
  'language',
  'apiAccess',
  'mfaRequired',
] as const satisfies readonly UserColumn[];
export type TakenColumn = (typeof takenColumns)[number];

/** The same in every language of the console, because programs read them, too. */
export const userHeadings: Readonly<Record<UserColumn, string>> = {
  id: 'ID',
  firstName: 'First name',
  lastName: 'Last name',
  displayName: 'Display name',
  username: 'Username',
  email: 'Email',
  role: 'Role',
  status: 'Status',
  access: 'Permissions',
  customRoles: 'Custom roles',
  groups: 'Groups',
  projects: 'Projects',
  language: 'Language',
  apiAccess: 'API access',
  mfaRequired: '2FA required',
  mfaEnrolled: '2FA set up',
  approved: 'Approved',
  account: 'Account',
  invitation: 'Invitation',
  delivery: 'Delivery',
  invitationExpiresAt: 'Invitation expires',
  createdAt: 'Created',
  lastActiveAt: 'Last active',
};
