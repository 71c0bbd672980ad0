/** Why a file could not be checked, as a sentence that says what to do. */
import { mostToImport } from '../../contract/imports.ts';
import type { ImportFailure } from '../model-imports.ts';

const { bytes, rows, columns } = mostToImport;
const [megabytes, thousands] = [bytes / 1024 / 1024, rows.toLocaleString('en')];

const sentences: Readonly<Record<ImportFailure, string>> = {
  'not-allowed': 'Whoever asked for it may not bring users in by a file any more.',
  'no-file': 'No file has arrived. Choose it again, and upload it.',
  'not-a-table': 'This is neither a CSV file nor an Excel workbook (.xlsx). Save the table as one of these.',
  broken: 'The file cannot be read to its end. Open it in a spreadsheet and save it anew.',
  'too-large': `The file has more than ${megabytes} MB. Divide it.`,
  'too-many-rows': `The file has more than ${thousands} rows. Divide it.`,
  'too-many-columns': `The file has more than ${columns} columns. Remove those that are not about users.`,
  'too-long':
    'A cell has more text than a spreadsheet takes. Perhaps a quote is opened there and never closed.',
  bomb: 'The file would unpack to far more than it is. Save it anew from a spreadsheet.',
  empty: 'There is nothing in the file.',
  'broke-off': 'It broke off on our side. Check the file again.',
};

/** @param row at which it shows */
export function failureSentence(failure: ImportFailure, row?: number): string {
  const isThere = row !== undefined && (failure === 'broken' || failure === 'too-long');
  return isThere ? `${sentences[failure]} It shows at row ${row}.` : sentences[failure];
}
