/** What a rule comes to: either what to write and to tell, or why not. */
import type { Action, Difference, Target } from '../contract/events.ts';
import type { OrganizationId } from '../contract/ids.ts';
import { type FieldError, type ProblemKind, problems } from '../contract/problems.ts';
import type { Change } from './change.ts';

export type Failure<K extends ProblemKind = ProblemKind> = {
  kind: K;
  /** A better sentence than the problem's general one. */
  detail?: string;
  errors?: FieldError[];
  /** When it is worth trying again, where waiting helps. In seconds. */
  retryAfter?: number;
};

/** An event before it is stamped with its id, time, actor and request. */
export type EventDraft = {
  organization: OrganizationId;
  action: Action;
  target: Target;
  changes?: Difference[];
};

export type Decision<A, K extends ProblemKind> =
  | { ok: true; changes: Change[]; events: EventDraft[]; answer: A }
  | { ok: false; failure: Failure<K> };

export function refuse<K extends ProblemKind>(
  kind: K,
  more: Omit<Failure<K>, 'kind'> = {},
): { ok: false; failure: Failure<K> } {
  return { ok: false, failure: { kind, ...more } };
}

/** Why it was refused, as a sentence. */
export function reasonOf({ kind, detail, errors = [] }: Failure): string {
  const [first] = errors;
  return detail ?? (first ? sentence(first) : problems[kind].detail);
}

/** `/access`, `is empty` becomes `Access is empty.` */
function sentence({ pointer, message }: FieldError): string {
  const text = `${pointer.slice(1)} ${message}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Names the fields that differ, quoting both values: for what is not personal. */
export function differences<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Difference[] {
  return fields
    .filter(field => before[field] !== after[field])
    .map(field => ({ field, before: before[field], after: after[field] }));
}

/** Names the fields that differ, and quotes nothing: for what is personal. */
export function namesOfDifferences<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Difference[] {
  const isSame = (field: keyof T) => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return fields.filter(field => !isSame(field)).map(field => ({ field }));
}
