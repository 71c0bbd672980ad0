/** The plan of an import, part by part: some hundred rows are read, looked up, judged and written, and then forgotten. */
import { RowOutcome } from '../../shared/contract/imports.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import type { FileColumns } from '../../shared/domain/import/columns.ts';
import { tableOf } from '../../shared/domain/import/file-row.ts';
import { partKey } from '../../shared/domain/import/files.ts';
import { planning } from '../../shared/domain/import/planning.ts';
import { type Scene, sceneOf } from '../../shared/domain/import/scene.ts';
import type { Import, PartCounts, PlannedRow } from '../../shared/domain/model-imports.ts';
import type { Sheet, SheetRefused } from '../../shared/ports/sheets.ts';
import type { PortsFor } from '../../shared/ports.ts';
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

export async function writePlan(
  { it, run, doer, sheet, columns, onRows }: Planning,
  ports: Ports,
): Promise<{ ok: true; rows: number; parts: PartCounts[] } | SheetRefused> {
  const scene = await loadScene({ it, doer, sheet, columns }, ports);
  const plan = planning(scene, await loadBounds(it.organization, ports));
  const parts: PartCounts[] = [];
  let rows = 0;
  for await (const page of oneAhead(foundPages(sheet, scene, ports))) {
    if (!page.ok) return page;
    const now = ports.clock.now();
    const planned = page.found.map(each => plan(each.row, each, now));
    await ports.imports.writePart(partKey(it, { run }, parts.length), planned);
    parts.push(countsIn(planned));
    rows += planned.length;
    await onRows(rows);
  }
  return { ok: true, rows, parts };
}

/** Rows with whom they name. */
async function* foundPages(sheet: Sheet, scene: Scene, ports: Ports) {
  for await (const page of largePages(sheet))
    yield page.ok ? ({ ok: true, found: await findRows(page.rows, scene, ports) } as const) : page;
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
