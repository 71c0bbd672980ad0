/**
 * Writes the file of an export, whole, in one go. Whoever dies is replaced by their queue and begins anew; two at once write
 * the same file twice, and it is told of once.
 */
import type { ExportId, OrganizationId } from '../../shared/contract/ids.ts';
import { decideTurn, exportKey, isSettled, type Turn } from '../../shared/domain/export.ts';
import type { Export } from '../../shared/domain/model-exports.ts';
import { ref } from '../../shared/domain/refs.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, transact } from '../runtime/transact.ts';
import type { Origin } from '../runtime/use-case.ts';
import { exportPages } from './export-pages.ts';
import { startedBy } from './job-starter.ts';

type Of = { organization: OrganizationId; id: ExportId };
type Ports = PortsFor<'directory:read' | 'directory:write' | 'files:export'>;

/** What a sheet has room for, in every program, beside the headings. */
const mostRows = 1_048_575;
/** Well within what its Lambda has. */
const longestSeconds = 270;
/** How often it is noted how far it is. */
const noteSeconds = 2;

const system = { kind: 'system', name: 'write-export' } as const;

/** Throws where the queue is to give it again. */
export async function workOnExport(of: Of, origin: Origin, ports: Ports): Promise<void> {
  const [found] = await ports.directory.get(ref.export(of.organization, of.id));
  if (!found || isSettled(found)) return;
  const { doer } = await startedBy(found, 'users.export', ports.directory);
  const actor = doer?.actor;
  const asked = { actor: actor ?? system, origin };
  if (!actor) return turn(found, { state: 'failed', failure: 'not-allowed' }, asked, ports);
  try {
    await turn(found, await written(found, asked, ports), asked, ports);
  } catch (error) {
    await turn(found, { state: 'failed', failure: 'broke-off' }, asked, ports);
    throw error;
  }
}

/** What it comes to once the file is there, or cannot be. */
async function written(it: Export, asked: Asked, ports: Ports): Promise<Turn> {
  const { clock, exports } = ports;
  const until = plusSeconds(clock.now(), longestSeconds);
  let [rows, noted] = [0, clock.now()];
  const onPage = async (soFar: number) => {
    rows = soFar;
    const now = clock.now();
    if (rows > mostRows || now > until) throw tooMany;
    if (now < plusSeconds(noted, noteSeconds)) return;
    noted = now;
    await turn(it, { state: 'running', rows }, asked, ports);
  };
  try {
    await exports.writeExport(exportKey(it), it.format, exportPages(it, ports, onPage));
    return { state: 'done', rows };
  } catch (error) {
    if (error === tooMany) return { state: 'failed', failure: 'too-many' };
    throw error;
  }
}

/** Ends the writing, and with it the file that was begun. */
const tooMany = new Error('More users than one file takes');

/** By how it is kept at that moment: somebody else may work on it, too. */
async function turn({ organization, id }: Export, turned: Turn, asked: Asked, ports: Ports): Promise<void> {
  const { ok } = await transact(asked, ports, async () => {
    const [now] = await ports.directory.get(ref.export(organization, id));
    if (!now) return { ok: true, changes: [], events: [], answer: undefined };
    return decideTurn(now, turned, ports.clock.now());
  });
  if (!ok && turned.state !== 'running') throw new Error(`Others are in the way of ${id}`);
}
