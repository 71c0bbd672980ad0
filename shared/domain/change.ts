/** The steps of a transaction, and what may stand in its way. */
import type { DomainEvent } from '../contract/events.ts';
import type { OrganizationId } from '../contract/ids.ts';
import type { Counter, Versioned } from './model.ts';
import type { Ref } from './refs.ts';

/** One step of a transaction. */
export type Change =
  | { do: 'create'; entity: Versioned }
  /** Writes the attributes that differ, if the stored version is still `before`'s; `after` is one higher. */
  | { do: 'update'; before: Versioned; after: Versioned }
  | { do: 'remove'; entity: Versioned }
  /** Adds to counters; refused when seats would exceed `seatLimit` or the last active owner would go. */
  | { do: 'count'; organization: OrganizationId; add: Partial<Record<Counter, number>>; seatLimit: number };

export type Commit = {
  changes: readonly Change[];
  events: readonly DomainEvent[];
  /** What the caller is told: kept with the commit where the request carries an Idempotency-Key. */
  answer?: unknown;
};

/** What stood in the way: an entity that is there already, a version that has moved on, or a counter's bound. */
export type Conflict =
  | { on: 'exists' | 'version'; ref: Ref }
  | { on: 'seats' | 'owners'; organization: OrganizationId }
  /** Another transaction was under way on the same items, and stayed in the way. */
  | { on: 'contention' };

export type CommitResult = { ok: true } | { ok: false; conflict: Conflict };
