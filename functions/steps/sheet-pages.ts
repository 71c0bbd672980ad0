/** What a table has: in larger pages, so that there are fewer round trips; or some of it, to be looked at. */
import type { Sheet, SheetPage, SheetRefused, SheetRow } from '../../shared/ports/sheets.ts';

/** So many rows together, give or take a page. */
const rowsTogether = 500;
/** Or so much text, where rows are long: it is in memory several times over. */
const charactersTogether = 1_000_000;

/** A refusal is the last page, as it is in the sheet. */
export async function* largePages(sheet: Sheet): AsyncGenerator<SheetPage> {
  let [rows, characters]: [SheetRow[], number] = [[], 0];
  for await (const page of sheet.rows()) {
    if (!page.ok) {
      yield page;
      return;
    }
    rows.push(...page.rows);
    characters += charactersIn(page.rows);
    if (rows.length < rowsTogether && characters < charactersTogether) continue;
    yield { ok: true, rows };
    [rows, characters] = [[], 0];
  }
  if (rows.length > 0) yield { ok: true, rows };
}

function charactersIn(rows: readonly SheetRow[]): number {
  return rows.reduce((so, { cells }) => cells.reduce((sum, cell) => sum + cell.length, so), 0);
}

/** So many cells of each column. */
const samplesEach = 3;

/** Of the first rows, those cells that say something, each once. */
export async function samplesOf(
  sheet: Sheet,
): Promise<{ ok: true; samples: readonly (readonly string[])[] } | SheetRefused> {
  for await (const page of sheet.rows()) {
    if (!page.ok) return page;
    const samples = sheet.headings.map((_, at) => {
      const cells = page.rows.map(({ cells }) => cells[at] ?? '').filter(Boolean);
      return [...new Set(cells)].slice(0, samplesEach);
    });
    return { ok: true, samples };
  }
  return { ok: true, samples: sheet.headings.map(() => []) };
}
