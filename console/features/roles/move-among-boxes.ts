/** The arrow keys go from box to box of a table, as a screen full of them is long to walk by Tab. */
import type { KeyboardEvent } from 'react';

const steps: Partial<Record<string, readonly [row: number, cell: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function moveAmongBoxes(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  boxFrom(event.currentTarget.rows, row.rowIndex, cell.cellIndex, step)?.focus();
}

/** The next box in a direction; headings of applications have none. */
function boxFrom(
  rows: HTMLCollectionOf<HTMLTableRowElement>,
  row: number,
  cell: number,
  [down, right]: readonly [number, number],
): HTMLInputElement | undefined {
  for (let y = row + down, x = cell + right; rows[y] && x >= 0; y += down, x += right) {
    const box = rows[y]?.cells[x]?.querySelector<HTMLInputElement>('input:not(:disabled)');
    if (box) return box;
    if (right !== 0 && !rows[y]?.cells[x]) return undefined;
  }
  return undefined;
}
