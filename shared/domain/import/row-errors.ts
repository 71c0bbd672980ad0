/** Why a decision refuses a row, at the cell that it is about, and what to do. */
import type { RowError } from '../../contract/imports.ts';
import { type ProblemKind, problems } from '../../contract/problems.ts';
import type { TakenColumn } from '../../contract/user-columns.ts';
import type { Failure } from '../decision.ts';
import { cellError, type FileRow, type Table } from './file-row.ts';
import { columnOf, fieldError } from './wish.ts';

type Told = { column?: TakenColumn; reason: string; remedy: string };

const told: Readonly<Partial<Record<ProblemKind, Told>>> = {
  'role-too-high': {
    column: 'role',
    reason: 'The role that the user has or is to have is above what you may manage.',
    remedy: 'Put another role, or ask somebody who may manage it to import this row.',
  },
  'own-account': {
    reason: 'Nobody changes their own role or access.',
    remedy: 'Ask another administrator to do it.',
  },
  'project-needs-role-user': {
    column: 'projects',
    reason: 'Owners, admins and managers have no projects.',
    remedy: 'Put the role user, or leave the projects out.',
  },
  'already-member': {
    column: 'email',
    reason: 'Somebody in the organization has this address, or is about to have it.',
    remedy: 'Look for the address in the list of users.',
  },
  'username-taken': {
    column: 'username',
    reason: 'Somebody in the organization has this username.',
    remedy: 'Choose another.',
  },
  'plan-lacks-api-access': {
    column: 'apiAccess',
    reason: 'The plan has no API access.',
    remedy: 'Put no, or move to a larger plan.',
  },
  'api-access-excludes-mfa': {
    column: 'apiAccess',
    reason: 'API access and a second factor exclude each other: a script cannot answer one.',
    remedy: 'Take one of the two away.',
  },
  'not-home': {
    column: 'apiAccess',
    reason: 'Another organization looks after this account, and API access belongs to it.',
    remedy: 'Leave it as it is.',
  },
  'last-owner': {
    column: 'role',
    reason: 'An organization always has an active owner, and this is the last one.',
    remedy: 'Make somebody else an owner first.',
  },
  'seats-exhausted': {
    reason: 'All seats of the plan are taken by this row.',
    remedy: 'Free some, move to a larger plan, or import without sending invitations.',
  },
  'invitations-exhausted': {
    reason: 'The invitations that the plan allows in an hour are used up by this row.',
    remedy: 'Import the rest in the next hour, or without sending invitations.',
  },
};

export function errorsOf({ kind, errors = [] }: Failure, row: FileRow, table: Table): RowError[] {
  if (errors.length > 0) return errors.map(error => fieldErrorAt(row, table, error));
  const { title, detail } = problems[kind];
  const { column, reason, remedy }: Told = told[kind] ?? { reason: `${title}.`, remedy: detail };
  return [column ? cellError(row, table, column, { reason, remedy }) : { reason, remedy }];
}

/** `/access/permissions` is about the column of `access`. */
function fieldErrorAt(
  row: FileRow,
  table: Table,
  { pointer, code, message }: NonNullable<Failure['errors']>[number],
): RowError {
  const [, field = ''] = pointer.split('/');
  const error = fieldError(row, table, columnOf(field), message);
  return { ...error, remedy: otherRemedies[code] ?? error.remedy };
}

/** What helps is not what the column takes in general. */
const otherRemedies: Readonly<Record<string, string>> = {
  'beyond-own-access': 'Nobody gives what they do not hold. Ask an owner or an admin to import this row.',
  missing: 'Put all or keys of permissions such as crm.contacts.read, or name a custom role.',
};
