/** What some rows of a plan come to at this moment: each by the decision of the route, and all together within what is left. */
import { type Bounds, boundsAfter } from '../../shared/domain/bounds.ts';
import type { Doer } from '../../shared/domain/bulk.ts';
import type { Judged } from '../../shared/domain/bulk-batch.ts';
import {
  decideRow,
  failed,
  failedBy,
  type RowsAround,
  rowReasons,
  waitingItem,
} from '../../shared/domain/import/commit-row.ts';
import type { PlacedRow } from '../../shared/domain/import/import-job.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { limitReached } from '../../shared/domain/plan.ts';
import type { Clock } from '../../shared/ports/system.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, isFromAws, isTransient, log } from '../runtime/log.ts';
import { finalConflict } from '../runtime/transact.ts';
import { type Look, loadPlanned, type PlannedFound } from './load-planned.ts';
import type { Tries } from './work-on-job.ts';

/** Rows with what is there of them; of one that cannot even be read, nothing. */
export type LoadedRows = { rows: readonly PlacedRow[]; found: PlannedFound | undefined };

type Batch = { job: Job; rows: readonly PlacedRow[]; tries: Tries };

/** Of rows of which one cannot be read, the first alone: so that it is found, and keeps no other waiting. */
export async function loadedRows(batch: Batch, ports: PortsFor<'directory:read'>): Promise<LoadedRows> {
  const { job, rows } = batch;
  const { directory, clock } = ports;
  try {
    return { rows, found: await loadPlanned(job.organization, lookAt(batch, clock), directory) };
  } catch (error) {
    const [first] = rows;
    if (!first || isTransient(error) || isFromAws(error)) throw error;
    if (rows.length > 1) return loadedRows({ ...batch, rows: [first] }, ports);
    recorded(job, first.row, error);
    return { rows, found: undefined };
  }
}

/** Once others were in the way, all that rows are about is looked at. */
export function lookAt({ rows, tries }: Pick<Batch, 'rows' | 'tries'>, clock: Clock): Look {
  return { rows: rows.map(({ row }) => row), isHopeful: tries.failures === 0, now: clock.now() };
}

type Around = { doer: Doer; tries: Tries; now: RowsAround['now'] };

export function judgeRows(job: Job, { rows, found }: LoadedRows, { doer, tries, now }: Around): Judged[] {
  if (!found) return rows.map(({ row }) => failed(waitingItem(row), rowReasons.broken));
  const around = { doer, about: { ...found.about, policy: doer.policy }, taken: found.taken, now };
  let left: Bounds = found.bounds;
  return rows.map(({ row }) => {
    const judged = inTheWay(judge(job, row, { found, around }), { tries, now });
    const after = boundsAfter(left, judged.changes);
    if (typeof after === 'string')
      return failedBy(judged.item, { kind: after, ...limitReached(after, judged.changes, now) });
    left = after;
    return judged;
  });
}

function judge(
  job: Job,
  row: PlannedRow,
  { found, around }: { found: PlannedFound; around: RowsAround },
): Judged {
  try {
    return decideRow(row, found.of(row), around);
  } catch (error) {
    recorded(job, row, error);
    return failed(waitingItem(row), rowReasons.broken);
  }
}

/** Neither the row's cells nor whom it names. */
function recorded({ id }: Job, { number }: PlannedRow, error: unknown): void {
  log('error', 'row could not be done', { job: id, row: number, ...factsOf(error) });
}

/** How often rows are tried together: hopefully, and with all that they are about. */
export const triesTogether = 2;

/** How often others may be in the way of one row. */
const mostTries = 5;

/** What the last try met: a bound that the next would meet again, or others, again and again. */
function inTheWay(judged: Judged, { tries, now }: Pick<Around, 'tries' | 'now'>): Judged {
  const { failures, conflict } = tries;
  if (judged.item.outcome !== 'done') return judged;
  // Of several it is not known whom a conflict is about.
  const kind = failures > triesTogether && conflict ? finalConflict(conflict) : undefined;
  if (kind) return failedBy(judged.item, { kind, ...limitReached(kind, judged.changes, now) });
  return failures >= mostTries ? failed(judged.item, rowReasons.inTheWay) : judged;
}
