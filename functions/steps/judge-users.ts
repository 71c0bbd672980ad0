/** What one thing that is done to many comes to for some of them: by the decision that the route for one makes, too. */
import type { BulkDeed } from '../../shared/contract/bulk.ts';
import { type Doer, decideDeed, needsTies, nothingTied, outcomeOf } from '../../shared/domain/bulk.ts';
import { type Judged, refused } from '../../shared/domain/bulk-batch.ts';
import { reasons } from '../../shared/domain/job.ts';
import type { JobItem } from '../../shared/domain/model-jobs.ts';
import { limitReached } from '../../shared/domain/plan.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, isTransient, log } from '../runtime/log.ts';
import { finalConflict } from '../runtime/transact.ts';
import { loadTies } from './load-around.ts';
import { loadCases } from './load-cases.ts';
import type { Tries } from './work-on-job.ts';

type Task = { deed: BulkDeed; doer: Doer; items: readonly JobItem[]; tries: Tries };

/** How often others may be in the way of one user. */
const mostTries = 4;

export async function judgeUsers(
  { deed, doer, items, tries }: Task,
  { directory, clock }: PortsFor<'directory:read'>,
): Promise<Judged[]> {
  const ids = items.map(({ user }) => user);
  const cases = await loadCases(doer.actor, ids, directory, clock.now());
  return Promise.all(
    items.map(async item => {
      const it = cases.get(item.user);
      if (!it) return as(item, 'skipped', reasons.userGone);
      const judged = await judge(item, it, { deed, doer }, directory);
      return inTheWay(judged, it, tries);
    }),
  );
}

async function judge(
  item: JobItem,
  it: UserCase,
  { deed, doer }: Pick<Task, 'deed' | 'doer'>,
  directory: DirectoryReader,
): Promise<Judged> {
  try {
    const ties = needsTies(deed) ? await loadTies(it, directory) : nothingTied;
    const decision = decideDeed(deed, it, doer, ties);
    const { changes, events } = decision.ok ? decision : { changes: [], events: [] };
    return { item: { ...item, ...outcomeOf(deed, decision) }, changes, events };
  } catch (error) {
    if (isTransient(error)) throw error;
    // One of whom something is wrong must not keep the others waiting.
    log('error', 'user could not be changed', { user: item.user, action: deed.action, ...factsOf(error) });
    return as(item, 'failed', 'Something went wrong with this user. It was recorded.');
  }
}

/** What the last try met: a bound that the next would meet again, or others, again and again. */
function inTheWay(judged: Judged, { now }: UserCase, { failures, conflict }: Tries): Judged {
  if (judged.item.outcome !== 'done') return judged;
  const kind = conflict && finalConflict(conflict);
  if (kind) return refused(judged, { kind, ...limitReached(kind, judged.changes, now) });
  const isHopeless = failures >= mostTries;
  return isHopeless ? as(judged.item, 'failed', reasons.inTheWay) : judged;
}

function as(item: JobItem, outcome: JobItem['outcome'], reason: string): Judged {
  return { item: { ...item, outcome, reason }, changes: [], events: [] };
}
