/**
 * Checks the file of an import, whole, in one go. Whoever dies is replaced by their queue and begins anew; of two at once the
 * plan of whoever is through first counts, and it is told of once.
 */
import type { ImportId, OrganizationId } from '../../shared/contract/ids.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import { columnsOf, type FileColumns, importColumns } from '../../shared/domain/import/columns.ts';
import { uploadKey } from '../../shared/domain/import/files.ts';
import { awaitsCheck, decideTurn, type Turn } from '../../shared/domain/import/import.ts';
import type { Import, ImportFailure } from '../../shared/domain/model-imports.ts';
import { ref } from '../../shared/domain/refs.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { Sheet } from '../../shared/ports/sheets.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, transact } from '../runtime/transact.ts';
import type { Origin } from '../runtime/use-case.ts';
import { startedBy } from './job-starter.ts';
import { samplesOf } from './sheet-pages.ts';
import { writePlan } from './write-plan.ts';
import { writeReports } from './write-reports.ts';

type Of = { organization: OrganizationId; id: ImportId };
type Ports = PortsFor<'directory:read' | 'directory:write' | 'files:check-import'>;

/** How often it is noted how far it is. */
const noteSeconds = 2;

const system = { kind: 'system', name: 'check-import' } as const;

/** Throws where the queue is to give it again. */
export async function workOnCheck(of: Of, origin: Origin, ports: Ports): Promise<void> {
  const [found] = await ports.directory.get(ref.import(of.organization, of.id));
  if (!found || !awaitsCheck(found, found.checks)) return;
  const by = { organization: found.organization, startedBy: found.checkedFor };
  const { doer } = await startedBy(by, 'users.import', ports.directory);
  const asked = { actor: doer?.actor ?? system, origin };
  if (!doer) {
    await turn(found, { state: 'failed', failure: 'not-allowed' }, asked, ports);
    return;
  }
  try {
    await turn(found, await checked(found, doer, asked, ports), asked, ports);
  } catch (error) {
    if (error === calledOff) return;
    await turn(found, { state: 'failed', failure: 'broke-off' }, asked, ports);
    throw error;
  }
}

type Check = { it: Import; doer: Doer; asked: Asked };

/** What it comes to. */
async function checked(it: Import, doer: Doer, asked: Asked, ports: Ports): Promise<Turn> {
  const opened = await ports.imports.openImport(uploadKey(it));
  if (!opened.ok) return failedBy(opened);
  const { sheet } = opened;
  try {
    const { columns, unknown } = columnsOf(sheet.headings, it.mapping);
    const known = { format: sheet.format, columns: importColumns(sheet.headings, columns) };
    const unclear = unknown.length > 0 && (await withSamples(sheet, columns, unknown));
    if (unclear) return { ...known, ...unclear };
    return await planned({ it: { ...it, ...known }, doer, asked }, { sheet, columns }, ports);
  } finally {
    await sheet.close();
  }
}

/** Whoever has to say what a column is sees some of its cells; one that has neither a heading nor cells is left out. */
async function withSamples(sheet: Sheet, columns: FileColumns['columns'], unknown: readonly number[]) {
  const read = await samplesOf(sheet);
  if (!read.ok) return failedBy(read);
  const { samples } = read;
  if (!unknown.some(at => sheet.headings[at] || samples[at]?.length)) return undefined;
  const shown = importColumns(sheet.headings, columns, samples);
  return { state: 'needs-columns', columns: shown, rows: 0 } as const;
}

type Table = { sheet: Sheet; columns: FileColumns['columns'] };

async function planned({ it, doer, asked }: Check, table: Table, ports: Ports): Promise<Turn> {
  const { format, columns } = it;
  const run = ports.ids.unguessable();
  let noted = ports.clock.now();
  const onRows = async (rows: number) => {
    const now = ports.clock.now();
    if (now < plusSeconds(noted, noteSeconds)) return;
    noted = now;
    const isAwaited = await turn(it, { state: 'checking', format, columns, rows }, asked, ports);
    if (!isAwaited) throw calledOff;
  };
  const written = await writePlan({ it, run, doer, ...table, onRows }, ports);
  if (!written.ok) return failedBy(written);
  const plan = { run, parts: written.parts };
  await writeReports({ it, plan, headings: table.sheet.headings }, ports.imports);
  return { state: 'checked', format, columns, rows: written.rows, plan };
}

/** Ends the work where nobody waits for it any more. */
const calledOff = new Error('The check is not waited for any more');

function failedBy({ reason, row }: { reason: ImportFailure; row?: number }) {
  return { state: 'failed', failure: reason, failedAt: row } as const;
}

/** By how it is kept at that moment: somebody else may work on it, too. Answers whether the check is still waited for. */
async function turn(it: Import, turned: Turn, asked: Asked, ports: Ports): Promise<boolean> {
  const result = await transact(asked, ports, async () => {
    const [now] = await ports.directory.get(ref.import(it.organization, it.id));
    if (!now) return { ok: true as const, changes: [], events: [], answer: false };
    return decideTurn(now, it.checks, turned);
  });
  if (!result.ok && turned.state !== 'checking') throw new Error(`Others are in the way of ${it.id}`);
  return !result.ok || result.value;
}
