/** Some users of a bulk with what it came to for each: as many as fit into one transaction. */

import { outcomeOfFailure } from './bulk.ts';
import type { Change } from './change.ts';
import type { EventDraft, Failure } from './decision.ts';
import type { JobItem } from './model-jobs.ts';
import { tallied } from './tallied.ts';
import { addedUp } from './user.ts';

/** A user with their outcome, and what is changed and told of them. */
export type Judged = { item: JobItem; changes: readonly Change[]; events: readonly EventDraft[] };

/** Nothing is done to them after all. */
export function refused({ item }: Pick<Judged, 'item'>, failure: Failure): Judged {
  return { item: { ...item, ...outcomeOfFailure(failure) }, changes: [], events: [] };
}

/** What else a transaction has: the slice, the job, and what is told of it. */
const mostSteps = 96;

/** The first of them who fit, and one in any case: nobody's own steps are more than a transaction has. */
export function batchOf(judged: readonly Judged[]): {
  items: JobItem[];
  changes: Change[];
  events: EventDraft[];
} {
  const taken: Judged[] = [];
  let [changes, events]: [Change[], EventDraft[]] = [[], []];
  for (const one of judged) {
    const more = merged([...changes, ...one.changes]);
    const told = [...events, ...one.events];
    if (taken.length > 0 && more.length + told.length > mostSteps) break;
    taken.push(one);
    [changes, events] = [more, told];
  }
  return { items: taken.map(({ item }) => item), changes, events };
}

/** One step for whatever several users' changes count, or check: a transaction has no two for one item. */
function merged(changes: readonly Change[]): Change[] {
  const counts = changes.filter(change => change.do === 'count');
  const [first] = counts;
  const add = addedUp(counts.map(count => count.add));
  const checked = new Set<unknown>();
  const others = changes.filter(change => {
    if (change.do !== 'check') return change.do !== 'count';
    const isNew = !checked.has(change.entity);
    checked.add(change.entity);
    return isNew;
  });
  return [...tallied(others), ...(first && Object.keys(add).length > 0 ? [{ ...first, add }] : [])];
}
