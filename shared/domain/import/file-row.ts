/** A row of a file: what stands under which column, and how errors point at it. */
import type { RowError } from '../../contract/imports.ts';
import { type TakenColumn, type UserColumn, userHeadings } from '../../contract/user-columns.ts';
import { plainCell } from '../cells.ts';
import { shortened } from './shortened.ts';

/** Of a table that is read. */
export type Table = {
  headings: readonly string[];
  /** Where a column stands. */
  places: ReadonlyMap<UserColumn, number>;
};

/** As a sheet has it. */
export type FileRow = { readonly number: number; readonly cells: readonly string[] };

export function tableOf(headings: readonly string[], columns: readonly (UserColumn | undefined)[]): Table {
  const places = columns.flatMap((column, at) => (column ? [[column, at] as const] : []));
  return { headings, places: new Map(places) };
}

/** What somebody meant with a cell; empty where nothing stands there, or there is no such column. */
export function cellOf({ cells }: FileRow, { places }: Table, column: UserColumn): string {
  const place = places.get(column);
  return place === undefined
    ? ''
    : plainCell(cells[place] ?? '')
        .normalize('NFC')
        .trim();
}

/** What stands beyond the last heading. */
export function extraOf({ cells }: FileRow, { headings }: Table): string {
  return cells.slice(headings.length).filter(Boolean).join('; ');
}

export function headingOf({ headings, places }: Table, column: UserColumn): string {
  return shortened(headings[places.get(column) ?? -1] ?? '') || userHeadings[column];
}

/** Of a cell that is wrong. */
export const mostShown = 200;

/** What is wrong with a cell, and what to put there. */
export function cellError(
  row: FileRow,
  table: Table,
  column: TakenColumn | 'status',
  told: Pick<RowError, 'reason' | 'remedy'>,
): RowError {
  const value = shortened(cellOf(row, table, column), mostShown);
  return { heading: headingOf(table, column), ...(value && { value }), ...told };
}
