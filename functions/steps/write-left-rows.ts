/** Writes the rows of an import that did not get in into a file, once its job is over. Written anew, it is the same file. */
import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import { fileKey, partKey } from '../../shared/domain/import/files.ts';
import { isAlive } from '../../shared/domain/import/import.ts';
import { isAnyLeft, isAnyLeftIn, leftRows, withLeft } from '../../shared/domain/import/left-rows.ts';
import { reportOf } from '../../shared/domain/import/report.ts';
import { isOver } from '../../shared/domain/job.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { Job, JobItem } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { Row } from '../../shared/ports/exports.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';
import { changeImport } from './change-import.ts';

type Of = { organization: OrganizationId; id: JobId };
type Ports = PortsFor<'directory:read' | 'directory:write' | 'files:report'>;
type Planned = Import & Required<Pick<Import, 'plan'>>;

const system = { kind: 'system', name: 'write-left-rows' } as const;

/** Throws where the queue is to give it again. */
export async function writeLeft({ organization, id }: Of, origin: Origin, ports: Ports): Promise<void> {
  const { directory, imports, clock } = ports;
  const [job] = await directory.get(ref.job(organization, id));
  if (!job?.import || !isOver(job) || !isAnyLeft(job)) return;
  const [it] = await directory.get(ref.import(organization, job.import));
  if (!it?.plan || !isAlive(it, clock.now())) return;
  const planned = { ...it, plan: it.plan };
  const pages = leftPages(planned, job, ports);
  await imports.writeFile(fileKey(it, it.plan, 'failed'), it.format ?? 'csv', pages);
  const which = { org: organization, import: it.id };
  const noted = await changeImport(which, { actor: system, origin }, ports, now => ({
    ok: true,
    changes: now.hasFailed ? [] : [{ do: 'update', before: now, after: withLeft(now) }],
    events: [],
    answer: undefined,
  }));
  if (!noted.ok && noted.failure.kind !== 'not-found') throw new Error(`Others are in the way of ${it.id}`);
}

/** A part of the plan at a time, and what came of its rows; parts of which all got in are not even read. */
async function* leftPages(
  it: Planned,
  job: Job,
  { directory, imports }: Ports,
): AsyncGenerator<readonly Row[]> {
  const report = reportOf(it.columns.map(({ heading }) => heading));
  yield [report.headings];
  const items = itemsOf(job, directory);
  for (const [number, part] of it.plan.parts.entries()) {
    const own = await some(items, part.create + part.update);
    if (!isAnyLeftIn(part, own)) continue;
    const rows = await imports.readPart(partKey(it, it.plan, number));
    yield leftRows(rows ?? [], own, report);
  }
}

/** So many slices at once are well below what one page may be. */
const slicesAtOnce = 50;

/** In the order of the plan. */
async function* itemsOf({ organization, id: job }: Job, directory: DirectoryReader): AsyncGenerator<JobItem> {
  let after: string | undefined;
  do {
    const page = await directory.list({ of: 'job-slice', organization, job }, { limit: slicesAtOnce, after });
    for (const slice of page.items) yield* slice.items;
    after = page.next;
  } while (after !== undefined);
}

async function some(items: AsyncIterator<JobItem>, count: number): Promise<JobItem[]> {
  const taken: JobItem[] = [];
  while (taken.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
