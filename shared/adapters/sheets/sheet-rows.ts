/** The XML of a sheet into rows, each cell as the text that it is for people. */
import type { SheetLimits } from '../../ports/sheets.ts';
import { textCollector, unescaped } from './cell-texts.ts';
import { putCell, type RawRow } from './cells.ts';
import type { NumberFormat } from './number-formats.ts';
import { numberText } from './numbers.ts';
import { refusal } from './refuse.ts';
import type { TextStore } from './text-store.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** What cells refer to. */
export type Referred = { texts: TextStore; formats: readonly NumberFormat[]; from1904: boolean };

type Cell = { column: number; type: string; style: number };

export type RowReader = XmlHandler & {
  /** The rows that have ended since the last time. */
  take(): RawRow[];
};

export function rowReader(referred: Referred, limits: SheetLimits): RowReader {
  const collector = textCollector();
  const rows: RawRow[] = [];
  let row: RawRow = { number: 0, cells: [] };
  let cell: Cell = { column: -1, type: '', style: 0 };
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = { number: rowNumber(attributes, row.number), cells: [] };
        cell = { ...cell, column: -1 };
      } else if (name === 'c') cell = cellOf(attributes, cell.column);
      else collector.open(name, attributes);
    },
    text: collector.text,
    close: name => {
      if (name === 'row') rows.push(row);
      else if (name === 'c') putCell(row, cell.column, textOf(cell, collector.take(), referred), limits);
      else collector.close(name);
    },
    take: () => rows.splice(0),
  };
}

/** Whoever does not number them means the next. */
function rowNumber({ r }: Attributes, before: number): number {
  return r !== undefined && /^[1-9]\d{0,8}$/.test(r) ? Number(r) : before + 1;
}

function cellOf({ r, t = 'n', s }: Attributes, before: number): Cell {
  return { column: columnOf(r) ?? before + 1, type: t, style: Number(s ?? 0) };
}

/** `C7` is in column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '') ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Formulas by what they came to when the file was written; errors as they are shown. */
function textOf({ type, style }: Cell, raw: string, { texts, formats, from1904 }: Referred): string {
  if (raw === '') return '';
  if (type === 's') return referredText(texts, raw);
  if (type === 'b') return raw === '1' || raw === 'true' ? 'yes' : 'no';
  if (type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '');
  return type === 'n' ? numberText(raw, formats[style], from1904) : unescaped(raw);
}

function referredText(texts: TextStore, raw: string): string {
  const text = texts.get(Number(raw));
  if (text === undefined) throw refusal('broken');
  return text;
}
