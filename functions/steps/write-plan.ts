/** The plan of an import, part by part: some hundred rows are read, looked up, judged and written, and then forgotten. */
import { RowOutcome } from '../../shared/contract/imports.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import type { FileColumns } from '../../shared/domain/import/columns.ts';
import { type FileRow, tableOf } from '../../shared/domain/import/file-row.ts';
import { partKey } from '../../shared/domain/import/files.ts';
import type { RowFound } from '../../shared/domain/import/judge.ts';
import { planning } from '../../shared/domain/import/planning.ts';
import { type Scene, sceneOf } from '../../shared/domain/import/scene.ts';
import type { Import, PartCounts } from '../../shared/domain/model-imports.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import type { Sheet, SheetRefused } from '../../shared/ports/sheets.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, isFromAws, isTransient, log } from '../runtime/log.ts';
import { findRows } from './find-rows.ts';
import { loadBounds } from './load-bounds.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadThings } from './load-things.ts';
import { oneAhead } from './one-ahead.ts';
import { largePages } from './sheet-pages.ts';

type Planning = {
  it: Import;
  run: string;
  doer: Doer;
  sheet: Sheet;
  columns: FileColumns['columns'];
  /** Told how many rows are planned with each part, before the next is read. */
  onRows: (rows: number) => Promise<void>;
};
type Ports = PortsFor<'directory:read' | 'files:check-import'>;
type Planner = ReturnType<typeof planning>;

export async function writePlan(
  { it, run, doer, sheet, columns, onRows }: Planning,
  ports: Ports,
): Promise<{ ok: true; rows: number; parts: PartCounts[] } | SheetRefused> {
  const scene = await loadScene({ it, doer, sheet, columns }, ports);
  const plan = planning(scene, await loadBounds(it.organization, ports));
  const parts: PartCounts[] = [];
  let rows = 0;
  for await (const page of oneAhead(foundPages(it, sheet, scene, ports))) {
    if (!page.ok) return page;
    const planned = page.rows.map(each => judged(each, plan, it, ports.clock.now()));
    await ports.imports.writePart(partKey(it, { run }, parts.length), planned);
    parts.push(countsIn(planned));
    rows += planned.length;
    await onRows(rows);
  }
  return { ok: true, rows, parts };
}

/** Rows with whom they name. */
async function* foundPages(it: Import, sheet: Sheet, scene: Scene, ports: Ports) {
  for await (const page of largePages(sheet))
    yield page.ok ? ({ ok: true, rows: await foundEach(it, page.rows, scene, ports) } as const) : page;
}

type Looked = { row: FileRow; found: RowFound | undefined };

/** Where what is stored of one of them cannot be read, it is looked for by halves, so that it keeps no other waiting. */
async function foundEach(
  it: Import,
  rows: readonly FileRow[],
  scene: Scene,
  ports: Ports,
): Promise<Looked[]> {
  try {
    const found = await findRows(rows, scene, ports);
    return rows.map((row, at) => ({ row, found: found[at] }));
  } catch (error) {
    if (isTransient(error) || isFromAws(error)) throw error;
    if (rows.length === 1) return rows.map(row => broken(it, row, error));
    const half = Math.ceil(rows.length / 2);
    const [first, rest] = [rows.slice(0, half), rows.slice(half)];
    return [...(await foundEach(it, first, scene, ports)), ...(await foundEach(it, rest, scene, ports))];
  }
}

function judged({ row, found }: Looked, plan: Planner, it: Import, now: Time): PlannedRow {
  try {
    return plan(row, found, now);
  } catch (error) {
    return plan(row, broken(it, row, error).found, now);
  }
}

/** What is recorded names neither cells nor people. */
function broken({ id }: Import, row: FileRow, error: unknown): Looked {
  log('error', 'row could not be planned', { import: id, row: row.number, ...factsOf(error) });
  return { row, found: undefined };
}

async function loadScene(
  { it, doer, sheet, columns }: Omit<Planning, 'run' | 'onRows'>,
  { directory }: Ports,
): Promise<Scene> {
  const [things, { applications }] = await Promise.all([
    loadThings(it.organization, ['customRoles', 'groups', 'projects'], directory),
    loadCatalogue(directory),
  ]);
  const { sendInvitations } = it;
  const table = tableOf(sheet.headings, columns);
  return sceneOf({ doer, table, sendInvitations }, { ...things, applications });
}

function countsIn(rows: readonly PlannedRow[]): PartCounts {
  const count = (outcome: RowOutcome) => rows.filter(row => row.outcome === outcome).length;
  return Object.fromEntries(RowOutcome.options.map(outcome => [outcome, count(outcome)])) as PartCounts; // one for each
}
