/**
 * The next rows of what an import has planned, by whoever committed it, with the rights that they have at this moment: as
 * many as fit into one transaction.
 */
import { batchOf, mostSteps } from '../../shared/domain/bulk-batch.ts';
import { failed, waitingItem } from '../../shared/domain/import/commit-row.ts';
import {
  fewestSteps,
  firstPlace,
  type Place,
  type PlacedRow,
  stepThrough,
  stepWithoutPlan,
} from '../../shared/domain/import/import-job.ts';
import { reasons, type Step } from '../../shared/domain/job.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { budgetFor, mailsTogether, type Pace } from '../../shared/domain/pace.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { isFromAws, isTransient } from '../runtime/log.ts';
import { startedBy, starterRefs } from './job-starter.ts';
import { judgeRows, loadedRows, lookAt, triesTogether } from './judge-rows.ts';
import { plannedRefs } from './load-planned.ts';
import type { PlanAhead } from './plan-ahead.ts';
import { readAhead } from './read-ahead.ts';
import type { Later, Tries, Work } from './work-on-job.ts';

type ImportWork = { job: Job; tries: Tries; plan: PlanAhead };
type Ports = PortsFor<'directory:read' | 'directory:write'>;

export async function workOnImport({ job, tries, plan }: ImportWork, ports: Ports): Promise<Work | Later> {
  const { directory, clock, settings } = ports;
  const isFull = tries.failures < triesTogether ? asManyAsFit(settings.pace) : () => true;
  const rows = await some(plan.rowsFrom(job), isFull);
  if (rows.length === 0) return { step: stepWithoutPlan(job, clock.now()) };
  const reader = await readTogether({ job, rows, tries }, ports);
  const [{ doer }, loaded] = await Promise.all([
    startedBy(job, 'users.import', reader),
    loadedRows({ job, rows, tries }, { ...ports, directory: reader }),
  ]);
  if (!doer) return { step: await allFail(job, plan, ports) };
  const batch = batchOf(judgeRows(job, loaded, { doer, tries, now: clock.now() }));
  const mails = batch.events.filter(({ action }) => action === 'user.invited').length;
  const budget = budgetFor('mailsPerSecond', mails, settings.pace, clock.now());
  if (mails > 0 && !(await directory.admit([budget]))) return { notBefore: budget.emptyAt };
  const items = batch.items;
  return {
    step: stepThrough(job, { items, next: behind(rows, items.length) }, batch, clock.now()),
    actor: doer.actor,
  };
}

/** Whoever committed it and the rows in one round trip; or each by itself, where that cannot be read. */
async function readTogether(
  { job, rows, tries }: Pick<ImportWork, 'job' | 'tries'> & { rows: PlacedRow[] },
  { directory, clock }: Ports,
): Promise<DirectoryReader> {
  try {
    const planned = plannedRefs(job.organization, lookAt({ rows, tries }, clock));
    return await readAhead([...starterRefs(job), ...planned], directory);
  } catch (error) {
    if (isTransient(error) || isFromAws(error)) throw error;
    return directory;
  }
}

/** Rows from the first on, until there are enough. */
async function some(
  rows: AsyncIterable<PlacedRow>,
  isFull: (row: PlannedRow) => boolean,
): Promise<PlacedRow[]> {
  const taken: PlacedRow[] = [];
  for await (const placed of rows) {
    taken.push(placed);
    if (isFull(placed.row)) break;
  }
  return taken;
}

/** Told of row after row, says when they fill a transaction, or use up what mails may go together. */
function asManyAsFit(pace: Pace) {
  // What is counted for all of them together is a step of its own.
  let [steps, mails] = [1, 0];
  return (row: PlannedRow): boolean => {
    steps += fewestSteps(row);
    mails += row.create?.wish.sendInvitation ? 1 : 0;
    return steps + fewestSteps(row) > mostSteps || mails >= mailsTogether(pace);
  };
}

function behind(rows: readonly PlacedRow[], count: number): Place {
  return rows[count - 1]?.next ?? firstPlace;
}

/** So many have their outcome in one step, where nothing is done for any of them. */
const failedTogether = 500;

async function allFail(job: Job, plan: PlanAhead, { clock }: Pick<Ports, 'clock'>): Promise<Step> {
  let count = 0;
  const rows = await some(plan.rowsFrom(job), () => ++count === failedTogether);
  const items = rows.map(({ row }) => failed(waitingItem(row), reasons.starterGone).item);
  const nothing = { changes: [], events: [] };
  return stepThrough(job, { items, next: behind(rows, rows.length) }, nothing, clock.now());
}
