/** Whom a row is about: the user with its ID, where it has one, and otherwise whoever has its address. */
import { PersonId } from '../../contract/ids.ts';
import { Email } from '../../contract/text.ts';
import { cellOf, type FileRow, type Table } from './file-row.ts';

export type Whom =
  | { id: PersonId | undefined }
  /** `archived`: the file says that they are: then nobody is created. */
  | { email: Email; isArchived: boolean }
  /** Nobody. */
  | { text: string };

export function whomOf(row: FileRow, table: Table): Whom {
  const id = cellOf(row, table, 'id');
  if (id !== '') return { id: PersonId.safeParse(id).data };
  const text = cellOf(row, table, 'email');
  const email = Email.safeParse(text);
  if (!email.success) return { text };
  return { email: email.data, isArchived: cellOf(row, table, 'status').toLowerCase() === 'archived' };
}
