/** The steps of a transaction, and what may stand in its way. */
import type { DomainEvent } from '../contract/events.ts';
import type { OrganizationId } from '../contract/ids.ts';
import type { Counter, Versioned } from './model.ts';
import type { Ref } from './refs.ts';

/**
 * One step of a transaction. No two of them may be about one entity, nor `count` and `check-none` about one
 * organization.
 */
export type Change =
  | { do: 'create'; entity: Versioned }
  /** Writes the attributes that differ, if the stored version is still `before`'s; `after` is one higher. */
  | { do: 'update'; before: Versioned; after: Versioned }
  | { do: 'remove'; entity: Versioned }
  /** Adds to counters; refused when seats would exceed `seatLimit` or the last active owner would go. */
  | { do: 'count'; organization: OrganizationId; add: Partial<Record<Counter, number>>; seatLimit: number }
  /** Adds to what a group or project counts beside its version; refused, as by its version, where it is gone. */
  | { do: 'tally'; of: Ref<'group' | 'project'>; number: 'members' | 'contents'; add: number }
  /** Writes nothing: refused where the stored version is not the entity's any more. */
  | { do: 'check'; entity: Versioned }
  /** Writes nothing: refused where a counter is not zero. */
  | { do: 'check-none'; organization: OrganizationId; counter: Counter }
  /** Uses some of something that is limited in a stretch of time; refused when it would exceed the limit. */
  | { do: 'spend'; organization: OrganizationId; name: string; add: number; limit: number; ttl: number };

/** A transaction has a hundred steps at most, of which its events and an answer that is kept take some. */
const mostSteps = 96;

export const isTooMuchAtOnce = (changes: readonly Change[]) => changes.length > mostSteps;

export type Commit = {
  changes: readonly Change[];
  events: readonly DomainEvent[];
  /** What the caller is told: kept with the commit where the request carries an Idempotency-Key. */
  answer?: unknown;
};

/** What stood in the way: an entity that is there already, a version that has moved on, or a counter's bound. */
export type Conflict =
  | { on: 'exists' | 'version'; ref: Ref }
  | { on: 'seats' | 'owners' | 'quota'; organization: OrganizationId }
  | { on: 'not-none'; organization: OrganizationId; counter: Counter }
  /** Another transaction was under way on the same items, and stayed in the way. */
  | { on: 'contention' };

export type CommitResult = { ok: true } | { ok: false; conflict: Conflict };
