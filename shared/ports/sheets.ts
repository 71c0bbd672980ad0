/** Tables in files that somebody uploaded: opened on disk, read as a stream, and believed in nothing. */

/** What a file may have. Rows are counted without the headings and without blank ones. */
export type SheetLimits = { bytes: number; rows: number; columns: number };

export type SheetRefusal =
  /** Neither CSV nor XLSX: a picture, a PDF, a web page, an old .xls, a workbook with a password … */
  | 'not-a-table'
  /** It began as one of the two, and cannot be read to its end. */
  | 'broken'
  /** There is not one cell with text in it. A table of headings alone is not refused: it has no rows. */
  | 'empty'
  /** In bytes, as it lies there. */
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  /** A cell has more text than a spreadsheet's can: in a CSV perhaps because a quote is never closed. */
  | 'too-long'
  /** It would unpack to far more than it is. */
  | 'bomb';

/** `row` is the number of the row that it shows at, where it is one's. */
export type SheetRefused = { ok: false; reason: SheetRefusal; row?: number };

/** Texts without whitespace around them, at least as many as there are headings; more, where text stands beyond them. */
export type SheetRow = {
  /** Of the row in the file, as a spreadsheet numbers it: from 1, headings and blank rows included. A CSV's records count as one each. */
  number: number;
  cells: readonly string[];
};

export type SheetPage = { ok: true; rows: readonly SheetRow[] } | SheetRefused;

export type Sheet = {
  format: 'csv' | 'xlsx';
  /** The first row that is not blank, up to its last text; some may be empty or the same. */
  headings: readonly string[];
  /**
   * What stands below the headings, without blank rows, some hundred rows at a time; anew from the start at each call. Some
   * refusals show only on the way: such a page is the last one. Rejects for what is the disk's fault alone.
   */
  rows(): AsyncIterable<SheetPage>;
  /** Frees what was held for reading, also on disk; to be called whatever happened, and not before reading has ended. */
  close(): Promise<void>;
};

export type OpenedSheet = { ok: true; sheet: Sheet } | SheetRefused;
