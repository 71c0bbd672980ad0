/** Tables as CSV, whatever stands between their cells. */
import type { SheetLimits } from '../../ports/sheets.ts';
import { dialectOf, isFullOfControls, isOther } from './csv-head.ts';
import { csvSplitter, type Delimiter } from './csv-split.ts';
import { encodingOf, markedEncoding, textOf } from './csv-text.ts';
import type { RawRows } from './pages.ts';
import { refusal } from './refuse.ts';

/** The rows of a file, anew at each call. `head` is how it begins, some ten thousand bytes. */
export async function openCsv(path: string, head: Uint8Array, limits: SheetLimits): Promise<() => RawRows> {
  const marked = markedEncoding(head);
  // Any other text with zeros in it is no text.
  if (marked === undefined && head.includes(0)) throw refusal('not-a-table');
  const encoding = marked ?? (await encodingOf(path));
  const start = new TextDecoder(encoding).decode(head);
  if (isOther(start) || (marked !== 'utf-8' && isFullOfControls(start))) throw refusal('not-a-table');
  const { delimiter, from } = dialectOf(start);
  return () => recordsOf(textOf(path, encoding, from), delimiter, limits);
}

async function* recordsOf(texts: AsyncIterable<string>, delimiter: Delimiter, limits: SheetLimits): RawRows {
  const splitter = csvSplitter(delimiter, limits);
  for await (const text of texts) yield splitter.push(text);
  yield splitter.end();
}
