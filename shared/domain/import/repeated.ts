/** What may stand in a file only once: a user, the address of somebody who is to come in, a username that is wished for. */
import type { PersonId } from '../../contract/ids.ts';
import type { RowError } from '../../contract/imports.ts';
import type { Email } from '../../contract/text.ts';
import type { PlannedRow } from '../model-plans.ts';
import { cellError, type FileRow, type Table } from './file-row.ts';

export function repeating(table: Table) {
  const numbers = new Map<string, number>();
  /** The first row has it. */
  const firstWith = (fact: string, number: number) => {
    const first = numbers.get(fact);
    if (first === undefined) numbers.set(fact, number);
    return first;
  };
  return {
    /** The same user can be named by ID in one row, and by address in another. */
    whom: (row: FileRow, whom: { user: PersonId } | { email: Email }): RowError | undefined => {
      const first = firstWith('user' in whom ? whom.user : whom.email, row.number);
      const column = 'user' in whom ? 'id' : 'email';
      const reason = `Row ${first} is about the same user.`;
      return first === undefined ? undefined : cellError(row, table, column, { reason, remedy });
    },
    username: (row: FileRow, { create, edit }: Pick<PlannedRow, 'create' | 'edit'>): RowError | undefined => {
      const wished = create?.wish.username ?? edit?.wish.username;
      const first = wished && firstWith(`username ${wished}`, row.number);
      if (!first) return undefined;
      const reason = `Row ${first} has the same username.`;
      return cellError(row, table, 'username', { reason, remedy: 'Choose another.' });
    },
  };
}

const remedy = 'Leave one of the two out.';
