/** What is wished for a user by the cells of a row, held to what the API takes. */
import * as z from 'zod/mini';
import type { RowError } from '../../contract/imports.ts';
import type { TakenColumn } from '../../contract/user-columns.ts';
import { EditUser, InviteUser } from '../../contract/users.ts';
import { cellError, cellOf, type FileRow, headingOf, type Table } from './file-row.ts';
import { type Lookups, readCell } from './read-cell.ts';
import { remedies } from './remedies.ts';

const EditWish = z.omit(EditUser, { org: true, user: true });
const InviteWish = z.omit(InviteUser, { org: true });

type Read<W> = { wish: W; errors: [] } | { wish: undefined; errors: RowError[] };

/** Of somebody who is there: by those columns that say something else than what is. */
export function readEdit(
  row: FileRow,
  table: Table,
  columns: readonly TakenColumn[],
  lookups: Lookups,
): Read<z.output<typeof EditWish>> {
  const { fields, errors } = fieldsOf(row, table, columns, lookups);
  return held(EditWish, fields, { row, table, errors });
}

const needed: readonly TakenColumn[] = ['firstName', 'lastName'];

/** Of somebody who is to come in: by all columns that say something. */
export function readInvitation(
  row: FileRow,
  table: Table,
  lookups: Lookups,
  sendInvitation: boolean,
): Read<z.output<typeof InviteWish>> {
  const columns = invited.filter(column => cellOf(row, table, column) !== '');
  const { fields, errors } = fieldsOf(row, table, columns, lookups);
  const missing = needed
    .filter(column => !columns.includes(column))
    .map(column => missingIn(row, table, column));
  const { username, role = 'user', ...others } = fields;
  const wished = { ...others, role, sendInvitation, ...(username !== null && { username }) };
  return held(InviteWish, wished, { row, table, errors: [...missing, ...errors] });
}

const invited: readonly TakenColumn[] = [
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
];

function missingIn(row: FileRow, table: Table, column: TakenColumn): RowError {
  const reason = `${headingOf(table, column)} is empty, and nobody is there yet with this address.`;
  return cellError(row, table, column, { reason, remedy: remedies[column] });
}

function fieldsOf(row: FileRow, table: Table, columns: readonly TakenColumn[], lookups: Lookups) {
  const fields: Record<string, unknown> = {};
  const errors: RowError[] = [];
  for (const column of columns) {
    const said = readCell(column, cellOf(row, table, column), lookups);
    if ('field' in said) fields[said.field] = said.value;
    else errors.push(cellError(row, table, column, { remedy: remedies[column], ...said }));
  }
  return { fields, errors };
}

type Around = { row: FileRow; table: Table; errors: RowError[] };

function held<S extends z.ZodMiniType>(
  schema: S,
  fields: Record<string, unknown>,
  { row, table, errors }: Around,
): Read<z.output<S>> {
  const result = schema.safeParse(fields);
  if (result.success && errors.length === 0) return { wish: result.data, errors: [] };
  const issues = result.error?.issues ?? [];
  const seen = new Set(errors.map(({ heading }) => heading));
  const more = issues
    .map(({ path: [field], message }) => ({ column: columnOf(String(field)), message }))
    .filter(({ column }) => !seen.has(headingOf(table, column)))
    .map(({ column, message }) => fieldError(row, table, column, message));
  return { wish: undefined, errors: [...errors, ...more] };
}

/** The column of a field of a wish. */
export function columnOf(field: string): TakenColumn {
  return field === 'requireMfa' ? 'mfaRequired' : (field as TakenColumn); // a field is called like its column
}

/** @param message as problems have it: “is empty” */
export function fieldError(row: FileRow, table: Table, column: TakenColumn, message: string): RowError {
  const reason = `${headingOf(table, column)} ${message}.`;
  return cellError(row, table, column, { reason, remedy: remedies[column] });
}
