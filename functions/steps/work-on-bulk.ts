/**
 * Some users of a job that does one thing to many: each as the route for one does it, by whoever started the job, with
 * the rights that they have at this moment.
 */
import { type BulkDeed, bulkPermission } from '../../shared/contract/bulk.ts';
import { isAboutPlace } from '../../shared/domain/bulk.ts';
import { batchOf, type Judged, refused } from '../../shared/domain/bulk-batch.ts';
import { reasons, stepWith } from '../../shared/domain/job.ts';
import type { Job, JobItem } from '../../shared/domain/model-jobs.ts';
import { budgetOf, isPaced } from '../../shared/domain/pace.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';
import { sliceUnderWay } from './job-items.ts';
import { startedBy } from './job-starter.ts';
import { judgeUsers } from './judge-users.ts';
import { admit } from './throttle.ts';
import type { Later, Tries, Work } from './work-on-job.ts';

export type BulkWork = { job: Job; deed: BulkDeed; tries: Tries; origin: Origin };
type Ports = PortsFor<'directory:read' | 'directory:write'>;

/** So many are done in one transaction, where nothing keeps the pace down and nobody is in the way. */
const together = 10;

export async function workOnBulk(work: BulkWork, ports: Ports): Promise<Work | Later> {
  const { job, deed, tries } = work;
  const { directory, clock } = ports;
  const [{ slice, waiting }, { doer, place }] = await Promise.all([
    sliceUnderWay(job, directory),
    startedBy(job, bulkPermission[deed.action], directory),
  ]);
  const allFail = (reason: string): Work => {
    const failed = waiting.map((item): JobItem => ({ ...item, outcome: 'failed', reason }));
    return { step: stepWith({ job, slice }, failed, { changes: [], events: [] }, clock.now()) };
  };
  if (!doer) return allFail(reasons.starterGone);
  if (isAboutPlace(deed) && !place) return allFail('The group or project was deleted in the meantime.');
  const alone = isPaced(deed.action);
  const items = waiting.slice(0, alone || tries.failures > 0 ? 1 : together);
  // Of several it is not known whom a conflict is about.
  const conflict = tries.failures > (alone ? 0 : 1) ? tries.conflict : undefined;
  const judged = await judgeUsers({ deed, doer, items, tries: { ...tries, conflict } }, ports);
  const paced = await atPace(work, judged, ports);
  if ('notBefore' in paced) return paced;
  const batch = batchOf(paced.judged);
  return { step: stepWith({ job, slice }, batch.items, batch, clock.now()), actor: doer.actor };
}

/** What is limited by the second waits for its turn. Mails to one person are limited by the hour besides. */
async function atPace(
  { deed, origin }: BulkWork,
  judged: readonly Judged[],
  ports: Ports,
): Promise<{ judged: readonly Judged[] } | Later> {
  const { directory, clock, settings } = ports;
  const [first] = judged;
  const budget = budgetOf(deed.action, settings.pace, clock.now());
  if (!budget || first?.item.outcome !== 'done') return { judged };
  if (!(await directory.admit([budget]))) return { notBefore: budget.emptyAt };
  if (deed.action !== 'reset-password') return { judged };
  const admitted = await admit('reset-by-administrator', first.item.user, origin, ports);
  return { judged: admitted.ok ? judged : [refused(first, admitted.failure)] };
}
