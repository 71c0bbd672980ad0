/** CSV into records: RFC 4180, and whatever else spreadsheets take for it, in pieces that may end anywhere. */
import type { SheetLimits } from '../../ports/sheets.ts';
import { mostCharacters, putCell, type RawRow } from './cells.ts';
import { refusal } from './refuse.ts';

export type Delimiter = ',' | ';' | '\t';

export type Splitter = {
  /** The records that end in the next piece. */
  push(text: string): RawRow[];
  /** The last record, where no line ends it. */
  end(): RawRow[];
};

/** Where in a field it is; behind a quote among quoted text, only the next character tells whether it was the last. */
type Place = 'start' | 'plain' | 'quoted' | 'quote';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function csvSplitter(delimiter: Delimiter, limits: SheetLimits): Splitter {
  const separator = delimiter.charCodeAt(0);
  const rows: RawRow[] = [];
  let row: RawRow = { number: 1, cells: [] };
  let column = 0;
  let field = '';
  let place: Place = 'start';
  let afterReturn = false;

  const isEnd = (code: number) => code === separator || code === lineFeed || code === carriageReturn;

  function add(text: string) {
    field += text;
    if (field.length > mostCharacters) throw refusal('too-long', row.number);
  }

  function endField() {
    putCell(row, column, field, limits);
    column++;
    field = '';
    place = 'start';
  }

  function endRecord() {
    endField();
    rows.push(row);
    row = { number: row.number + 1, cells: [] };
    column = 0;
  }

  /** Each takes what it knows, and returns where the next begins. */
  function quoted(text: string, from: number): number {
    const end = text.indexOf('"', from);
    add(text.slice(from, end === -1 ? undefined : end));
    if (end === -1) return text.length;
    place = 'quote';
    return end + 1;
  }

  /** Behind quotes, too, where nothing should stand but the field's end: spreadsheets add what does. */
  function plain(text: string, from: number): number {
    let end = from;
    while (end < text.length && !isEnd(text.charCodeAt(end))) end++;
    add(text.slice(from, end));
    place = 'plain';
    return end;
  }

  function opening(at: number): number {
    if (place === 'quote') add('"');
    place = 'quoted';
    return at + 1;
  }

  function ending(code: number, at: number): number {
    if (code === separator) endField();
    else if (code !== lineFeed || !afterReturn) endRecord();
    afterReturn = code === carriageReturn;
    return at + 1;
  }

  function next(text: string, at: number): number {
    if (place === 'quoted') return quoted(text, at);
    const code = text.charCodeAt(at);
    if (isEnd(code)) return ending(code, at);
    afterReturn = false;
    return code === quote && place !== 'plain' ? opening(at) : plain(text, at);
  }

  return {
    push: text => {
      for (let at = 0; at < text.length; ) at = next(text, at);
      return rows.splice(0);
    },
    end: () => {
      if (place === 'quoted') throw refusal('broken', row.number);
      if (column > 0 || place !== 'start') endRecord();
      return rows.splice(0);
    },
  };
}
