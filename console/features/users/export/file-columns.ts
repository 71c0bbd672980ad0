/** The columns of a file that has what the list shows. */
import { UserColumn } from '../../../../shared/contract/user-columns.ts';
import { type ColumnKey, shownColumns } from '../list-columns.ts';
import type { ListState } from '../list-state.ts';

/** What stands in the list's first column. */
const always: readonly UserColumn[] = ['firstName', 'lastName', 'email'];

const inFile: Readonly<Record<ColumnKey, readonly UserColumn[]>> = {
  username: ['username'],
  email: [],
  role: ['role'],
  status: ['status'],
  delivery: ['invitation', 'delivery'],
  expiry: ['invitationExpiresAt'],
  sent: [],
  approved: ['approved'],
  type: ['account'],
  mfa: ['mfaRequired', 'mfaEnrolled'],
  lastActiveAt: ['lastActiveAt'],
  createdAt: ['createdAt'],
  groups: ['groups'],
  projects: ['projects'],
};

export const allColumns = UserColumn.options;

export function fileColumns({ tab, columns }: ListState): UserColumn[] {
  return [...always, ...shownColumns(tab, columns).flatMap(key => inFile[key])];
}
