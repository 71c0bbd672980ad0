/** Files to begin with: the headings of a table, and a row that shows what goes below them. */
import { buffer } from 'node:stream/consumers';
import type { ExportFormat } from '../../contract/exports.ts';
import type { Row } from '../../ports/exports.ts';
import { csvOf } from '../exports/csv.ts';
import { type Notes, xlsxOf } from '../exports/xlsx.ts';

/** As exports are written, in all formats; only a workbook has room for notes, in a sheet of their own. */
export async function templateFiles(
  headings: Row,
  example: Row,
  notes: Notes,
): Promise<Record<ExportFormat, Uint8Array>> {
  async function* pages() {
    yield [headings, example];
  }
  const [csv, xlsx] = await Promise.all([buffer(csvOf(pages())), buffer(xlsxOf(pages(), notes))]);
  return { csv, xlsx };
}
