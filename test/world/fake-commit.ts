/** Commits in memory: all or nothing, under the conditions of the port. */
import type { Change, Commit, Conflict } from '../../shared/domain/change.ts';
import type { Entity } from '../../shared/domain/model.ts';
import { type Ref, ref, refOf } from '../../shared/domain/refs.ts';
import { countersOf, nameOf, type Store } from './fake-store.ts';

/** The conflict a change runs into, if any. */
export function obstacleTo(change: Change, store: Store): Conflict | undefined {
  switch (change.do) {
    case 'create':
      return store.load(refOf(change.entity)) ? { on: 'exists', ref: refOf(change.entity) } : undefined;
    case 'update':
      return movedOn(change.before, store);
    case 'remove':
    case 'check':
      return movedOn(change.entity, store);
    case 'count':
      return boundOf(change, store);
    case 'tally':
      return store.load(change.of) ? undefined : { on: 'version', ref: change.of };
    case 'check-none': {
      const { organization, counter } = change;
      const none = countersOf(store, organization)[counter] === 0;
      return none ? undefined : { on: 'not-none', organization, counter };
    }
    case 'spend': {
      const { organization, name, add, limit } = change;
      const used = store.load(ref.quota(organization, name))?.used ?? 0;
      return used + add <= limit ? undefined : { on: 'quota', organization };
    }
  }
}

function movedOn(before: Entity, store: Store): Conflict | undefined {
  const now: Entity | undefined = store.load(refOf(before));
  const same = now && 'version' in now && 'version' in before && now.version === before.version;
  return same ? undefined : { on: 'version', ref: refOf(before) };
}

type Counting = Extract<Change, { do: 'count' }>;

function boundOf({ organization, add, seatLimit }: Counting, store: Store): Conflict | undefined {
  const { seats, owners } = countersOf(store, organization);
  if ((add.seats ?? 0) > 0 && seats + (add.seats ?? 0) > seatLimit) return { on: 'seats', organization };
  if ((add.owners ?? 0) < 0 && owners + (add.owners ?? 0) < 1) return { on: 'owners', organization };
  return undefined;
}

export function apply(change: Change, store: Store): void {
  if (change.do === 'create') store.save(change.entity);
  // As DynamoDB does: only what the update changes; what was noted meanwhile beside it stays.
  if (change.do === 'update')
    store.save({ ...store.load(refOf(change.before)), ...changedIn(change) } as Entity);
  if (change.do === 'remove') store.drop(refOf(change.entity));
  if (change.do === 'count') {
    const counters = countersOf(store, change.organization);
    for (const [name, by] of Object.entries(change.add)) counters[name as 'seats'] += by;
    store.save(counters);
  }
  if (change.do === 'tally') {
    const { of, number, add } = change;
    const counted = store.load(of) as Record<string, unknown> | undefined;
    store.save({ ...counted, [number]: Number(counted?.[number] ?? 0) + add } as Entity);
  }
  if (change.do === 'spend') {
    const quota = ref.quota(change.organization, change.name);
    store.save({ ...quota, used: (store.load(quota)?.used ?? 0) + change.add, ttl: change.ttl });
  }
}

function changedIn({ before, after }: Extract<Change, { do: 'update' }>): Record<string, unknown> {
  const [old, fresh] = [before, after] as unknown as Record<string, unknown>[];
  const names = Object.keys({ ...old, ...fresh });
  return Object.fromEntries(
    names
      .filter(name => JSON.stringify(old?.[name]) !== JSON.stringify(fresh?.[name]))
      .map(name => [name, fresh?.[name]]),
  );
}

/** DynamoDB refuses a transaction of more than 100 steps, or with two of them on one item. */
export function requireOneTransaction({ changes, events }: Commit): void {
  const items = changes.map(change => nameOf(itemIn(change)));
  if (items.length + events.length > 100 || new Set(items).size < items.length)
    throw Object.assign(new Error('No such transaction is possible'), { name: 'ValidationException' });
}

function itemIn(change: Change): Ref {
  switch (change.do) {
    case 'count':
    case 'check-none':
      return ref.counters(change.organization);
    case 'spend':
      return ref.quota(change.organization, change.name);
    case 'tally':
      return change.of;
    case 'update':
      return refOf(change.before);
    default:
      return refOf(change.entity);
  }
}
