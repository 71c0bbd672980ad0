type Cell = string | number;

/** A table in Markdown; columns of numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (/^[\d.]+$/.test(String(rows[0]?.[column])) ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
