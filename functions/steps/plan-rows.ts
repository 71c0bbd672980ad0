/** Rows of a plan, a page at a time: of its parts, only those are read that have what is looked for. */
import type { RowOutcome } from '../../shared/contract/imports.ts';
import { partKey } from '../../shared/domain/import/files.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import type { PlanReader } from '../../shared/ports/imports.ts';

/** The number of a part, and of a row in it, from which a page goes on. */
type Place = { part: number; row: number };

/** Where the rows that are looked for are rare, a page is short: it is not to take longer than others. */
const mostParts = 10;

type Query = { outcome?: RowOutcome; limit: number; from: Place };
type Page = { rows: PlannedRow[] /** Absent on the last page. */; next?: Place };

export async function planRows(
  it: Import & Required<Pick<Import, 'plan'>>,
  { outcome, limit, from }: Query,
  imports: PlanReader,
): Promise<Page> {
  const { plan } = it;
  const isWanted = (number: number) =>
    number >= from.part && (!outcome || (plan.parts[number]?.[outcome] ?? 0) > 0);
  const wanted = [...plan.parts.keys()].filter(isWanted);
  const rows: PlannedRow[] = [];
  for (const part of wanted.slice(0, mostParts)) {
    const all = (await imports.readPart(partKey(it, plan, part))) ?? [];
    for (const [row, planned] of all.entries()) {
      if ((part === from.part && row < from.row) || (outcome && planned.outcome !== outcome)) continue;
      if (rows.length === limit) return { rows, next: { part, row } };
      rows.push(planned);
    }
  }
  const next = wanted[mostParts];
  return { rows, ...(next !== undefined && { next: { part: next, row: 0 } }) };
}

export function placeText({ part, row }: Place): string {
  return `${part}.${row}`;
}

/** Undefined where it is none; without a text it is the beginning. */
export function placeIn(text = '0.0'): Place | undefined {
  const [, part, row] = /^(\d{1,6})\.(\d{1,6})$/.exec(text) ?? [];
  return part && row ? { part: Number(part), row: Number(row) } : undefined;
}
