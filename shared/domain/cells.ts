/** Texts as they stand in the cells of a file: so that no program takes one for a formula, and that each can be read back. */

/**
 * What stands before a cell, or before what a program would take for one that ends cells at semicolons and lines in spite
 * of quotes; and what a formula begins with, in one program or another. Tabs and returns are passed over on the way there.
 */
const before = '(?<=(?:^|[;\\t\\r\\n]) *)';
const starter = "(?='*[=+\\-@\\t\\r＝＋－＠])";

const unsafe = new RegExp(before + starter, 'g');
const madeSafe = new RegExp(`${before}'${starter}`, 'g');

/** With an apostrophe before whatever would start a formula. */
export function safeCell(text: string): string {
  return text.replace(unsafe, "'");
}

/** What a cell was before it was made safe. */
export function plainCell(cell: string): string {
  return cell.replace(madeSafe, '');
}

/** Several texts in one cell, with `; ` between them; one that could be taken for several stands in quotes, as in CSV. */
export function joinedCell(texts: readonly string[]): string {
  return texts
    .map(text => (/^\s|[;"\r\n]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join('; ');
}

/** One text of several: in quotes, or up to the next semicolon or line. */
const part = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=[;\r\n]|$)|([^;\r\n]*))(?:[;\r\n]|$)/y;

/** The texts that stand in one cell: what `joinedCell` has joined, and what people write so. */
export function splitCell(cell: string): string[] {
  const texts: string[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < cell.length) {
    const [, quoted, plain = ''] = part.exec(cell) ?? [];
    texts.push(quoted?.replaceAll('""', '"') ?? plain.trim());
  }
  return texts.filter(text => text !== '');
}
