/**
 * Prints how much memory the largest tables take that anybody may upload, and how long: `node test/bench/sheet-memory.ts`,
 * with flags for V8 behind it, such as `--max-semi-space-size=8`, which keeps little of what is soon thrown away.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import { encoded } from '../../shared/adapters/exports/exports.ts';
import type { Row } from '../../shared/ports/exports.ts';
import { partsOf, sheetXml } from '../adapters/sheets/workbooks.ts';

const size = { rows: 100_000, columns: 23 };
const page = 500;

/** Megabytes of what lives long, to see that little does; whatever else a process takes comes on top. */
const oldSpace = 64;

const cellOf = (row: number, column: number) => `${(row * 7919 + column * 104_729) % 1e7}-${row}-${column} é`;

const rowOf = (row: number) => Array.from({ length: size.columns }, (_, column) => cellOf(row, column));

async function* pages(): AsyncGenerator<readonly Row[]> {
  yield [Array.from({ length: size.columns }, (_, column) => `Column ${column}`)];
  for (let from = 0; from < size.rows; from += page)
    yield Array.from({ length: page }, (_, i) => rowOf(from + i));
}

/** Each text once, and apart from the cells, as Excel writes them. */
async function* withSharedTexts(): AsyncGenerator<Uint8Array> {
  const zipped: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => zipped.push(chunk));
  const fileIn = (name: string) => {
    const file = new ZipDeflate(name, { level: 3 });
    zip.add(file);
    return (xml: string, isLast = false) => file.push(Buffer.from(xml), isLast);
  };
  const { 'xl/worksheets/sheet1.xml': _, ...others } = partsOf();
  for (const [name, xml] of Object.entries(others)) fileIn(name)(String(xml), true);
  const [start = '', end = ''] = sheetXml('|').split('|');
  const [sheet, texts] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map(fileIn);
  sheet?.(start);
  texts?.('<sst>');
  let count = 0;
  for await (const rows of pages()) {
    const numbered = (cells: Row) => cells.map(() => `<c t="s"><v>${count++}</v></c>`).join('');
    sheet?.(rows.map(cells => `<row>${numbered(cells)}</row>`).join(''));
    texts?.(rows.flatMap(cells => cells.map(text => `<si><t>${text}</t></si>`)).join(''));
    yield* zipped.splice(0);
  }
  sheet?.(end, true);
  texts?.('</sst>', true);
  zip.end();
  yield* zipped.splice(0);
}

async function measured(path: string) {
  const child = fork(join(import.meta.dirname, 'sheet-memory-process.ts'), [path], {
    execArgv: [`--max-old-space-size=${oldSpace}`, ...process.argv.slice(2)],
  });
  const [answer] = await once(child, 'message');
  return answer;
}

const files = {
  CSV: () => encoded('csv', pages()),
  'XLSX as we write it': () => encoded('xlsx', pages()),
  'XLSX with shared texts': withSharedTexts,
};
const folder = await mkdtemp(join(tmpdir(), 'tenantry-sheets-'));
for (const [kind, bytes] of Object.entries(files)) {
  const path = join(folder, 'sheet');
  await pipeline(bytes(), createWriteStream(path));
  const megabytes = Math.round((await stat(path)).size / 1024 ** 2);
  process.stdout.write(`${kind}: ${JSON.stringify({ megabytes, ...(await measured(path)) })}\n`);
}
await rm(folder, { recursive: true });
