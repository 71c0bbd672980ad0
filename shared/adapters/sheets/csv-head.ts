/** What the beginning of a text says of it: whether it is a table at all, and what stands between its cells. */
import type { Delimiter } from './csv-split.ts';

/** What else comes as text: web pages and other XML, JSON, PDF, RTF. */
const others = /^\s*(<[!?a-z]|\{|\[\s*[[{"\d\]]|%PDF-)/i;

/** Neither text nor what separates it. */
const control = /[^\P{Cc}\t\n\r]/gu;

export const isOther = (head: string) => others.test(head);

/** Now and then, one gets into a text; a file of something else is full of them. */
export function isFullOfControls(head: string): boolean {
  return (head.match(control) ?? []).length * 20 > head.length;
}

/** `from`: where the table begins. Excel says `sep=;` in a line of its own before it, where the delimiter is not its own. */
export function dialectOf(head: string): { delimiter: Delimiter; from: number } {
  const said = /^"?sep=([,;\t])"?(\r\n|\n|\r)/i.exec(head);
  if (said) return { delimiter: said[1] as Delimiter, from: said[0].length }; // as the expression has it
  return { delimiter: mostOften(headingsIn(head)), from: 0 };
}

/** The first line with text in it, without what stands in quotes. */
function headingsIn(head: string): string {
  const bare = head.replace(/"[^"]*("|$)/g, 'x');
  return /^.*[^\s,;].*$/m.exec(bare)?.[0] ?? '';
}

/** The comma, where there is only one column. */
function mostOften(line: string): Delimiter {
  const counted = ([',', ';', '\t'] as const).map(delimiter => ({
    delimiter,
    count: line.split(delimiter).length,
  }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}
