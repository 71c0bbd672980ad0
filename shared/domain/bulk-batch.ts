/** Some users of a bulk with what it came to for each: as many as fit into one transaction. */

import { outcomeOfFailure } from './bulk.ts';
import type { Change } from './change.ts';
import type { EventDraft, Failure } from './decision.ts';
import type { Versioned } from './model.ts';
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
export const mostSteps = 97;

type Batch = { items: JobItem[]; changes: Change[]; events: EventDraft[] };

/** The first of them who fit, and one in any case: nobody's own steps are more than a transaction has. */
export function batchOf(judged: readonly Judged[]): Batch {
  let count = judged.length;
  let batch = together(judged);
  while (count > 1 && !fits(batch)) batch = together(judged.slice(0, --count));
  return batch;
}

function together(judged: readonly Judged[]): Batch {
  return {
    items: judged.map(({ item }) => item),
    changes: merged(judged.flatMap(({ changes }) => changes)),
    events: judged.flatMap(({ events }) => events),
  };
}

function fits({ changes, events }: Batch): boolean {
  return changes.length + events.length <= mostSteps && !meetTwice(changes);
}

/** One step for whatever several users' changes count, spend or check: a transaction has no two for one item. */
function merged(changes: readonly Change[]): Change[] {
  const counts = changes.filter(change => change.do === 'count');
  const spends = changes.filter(change => change.do === 'spend');
  const [[count], [spend]] = [counts, spends];
  const add = addedUp(counts.map(each => each.add));
  const checked = new Set<unknown>();
  const others = changes.filter(change => {
    if (change.do !== 'check') return change.do !== 'count' && change.do !== 'spend';
    const isNew = !checked.has(change.entity);
    checked.add(change.entity);
    return isNew;
  });
  return [
    ...tallied(others),
    ...(count && Object.keys(add).length > 0 ? [{ ...count, add }] : []),
    ...(spend ? [{ ...spend, add: spends.reduce((sum, each) => sum + each.add, 0) }] : []),
  ];
}

/** Whether two of them write what is somebody's: a person whom two know, a username that one gives up and another takes. */
function meetTwice(changes: readonly Change[]): boolean {
  const named = changes.flatMap(change => {
    const entity = change.do === 'update' ? change.before : 'entity' in change ? change.entity : undefined;
    return entity ? (nameOf(entity) ?? []) : [];
  });
  return new Set(named).size < named.length;
}

function nameOf(entity: Versioned): string | undefined {
  if (entity.type === 'user') return `${entity.organization} ${entity.id}`;
  if (entity.type === 'username') return `${entity.organization} ${entity.username}`;
  if (entity.type === 'person') return entity.id;
  return entity.type === 'email' ? entity.email : undefined;
}
