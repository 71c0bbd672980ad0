/** Rows as they are handed out: headings apart, blank ones passed over, some hundred at a time, and never too many. */
import type { SheetLimits, SheetPage, SheetRow } from '../../ports/sheets.ts';
import { lastRow, type RawRow } from './cells.ts';
import { asRefused, refusal } from './refuse.ts';

/** Some at a time, as they come out of the file. */
export type RawRows = AsyncIterable<readonly RawRow[]>;

export type Allowed = SheetLimits & {
  /** Of all cells together: many can refer to one long text. */
  characters: number;
};

const pageRows = 250;
const pageCharacters = 500_000;

/** The first row with text in it. */
export async function headingsOf(rows: RawRows): Promise<readonly string[]> {
  for await (const row of withText(rows)) return row.cells;
  throw refusal('empty');
}

/** What comes below the headings. */
export async function* pagesOf(
  rows: RawRows,
  headings: readonly string[],
  allowed: Allowed,
): AsyncGenerator<SheetPage> {
  try {
    for await (const page of paged(below(rows, allowed), headings)) yield { ok: true, rows: page };
  } catch (error) {
    yield asRefused(error);
  }
}

async function* withText(rows: RawRows): AsyncGenerator<RawRow> {
  for await (const some of rows)
    for (const row of some) {
      if (row.number > lastRow) throw refusal('too-many-rows', row.number);
      if (row.cells.length > 0) yield row;
    }
}

async function* below(rows: RawRows, allowed: Allowed): AsyncGenerator<RawRow> {
  let [count, characters] = [-1, 0]; // the headings are none of them
  for await (const row of withText(rows)) {
    characters += charactersOf(row);
    if (characters > allowed.characters) throw refusal('bomb', row.number);
    if (++count > allowed.rows) throw refusal('too-many-rows', row.number);
    if (count > 0) yield row;
  }
}

async function* paged(
  rows: AsyncIterable<RawRow>,
  headings: readonly string[],
): AsyncGenerator<readonly SheetRow[]> {
  let page: RawRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    characters += charactersOf(row);
    while (row.cells.length < headings.length) row.cells.push('');
    page.push(row);
    if (page.length < pageRows && characters < pageCharacters) continue;
    yield page;
    page = [];
    characters = 0;
  }
  if (page.length > 0) yield page;
}

const charactersOf = ({ cells }: RawRow) => cells.reduce((sum, text) => sum + text.length, 0);
