/** How reading ends where a file is no good: thrown from wherever it shows, and an answer at the door. */
import type { SheetRefusal, SheetRefused } from '../../ports/sheets.ts';

type Refusal = Error & { refused: SheetRefused };

/** To be thrown. The row is the one that it shows at. */
export function refusal(reason: SheetRefusal, row?: number): Refusal {
  const refused: SheetRefused = { ok: false, reason, ...(row !== undefined && { row }) };
  return Object.assign(new Error(`The file is refused: ${reason}`), { refused });
}

/** Whatever else went wrong is not the file's fault, and is thrown on. */
export function asRefused(error: unknown): SheetRefused {
  if (error instanceof Error && 'refused' in error) return (error as Refusal).refused;
  throw error;
}
