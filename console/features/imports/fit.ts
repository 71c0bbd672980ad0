/** Whether a file that somebody has chosen can be one of users, as far as its name and size tell. */
import { mostToImport } from '../../../shared/contract/imports.ts';

export type Unfit = 'wrong-kind' | 'other-workbook' | 'too-large' | 'empty';

/** What the window for choosing a file shows. */
export const accepted = '.csv,.xlsx,.tsv,.txt,text/csv';

const tables = /\.(csv|xlsx|tsv|txt)$/i;
const otherWorkbooks = /\.(xls|xlsb|xlsm|ods|numbers)$/i;

/** Undefined where nothing speaks against it. */
export function unfit({ name, size }: File): Unfit | undefined {
  if (otherWorkbooks.test(name)) return 'other-workbook';
  if (!tables.test(name)) return 'wrong-kind';
  if (size === 0) return 'empty';
  return size > mostToImport.bytes ? 'too-large' : undefined;
}
