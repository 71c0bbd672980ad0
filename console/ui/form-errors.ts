/** From the contract's pointers and fragments to sentences at fields. */
import type { FieldError } from '../../shared/contract/problems.ts';

export type Errors = Readonly<Record<string, string>>;
/** The name of a field in a sentence such as "Email is not an email address." */
export type Labels = Readonly<Record<string, string>>;

/** The first message for each field, and what belongs to none of them. "/profile/city" is `profile.city`. */
export function placeErrors(
  errors: readonly FieldError[],
  fields: readonly string[],
  labels: Labels,
): { errors: Errors; unplaced: string[] } {
  const byField: Record<string, string> = {};
  const unplaced: string[] = [];
  for (const { pointer, message } of errors) {
    const field = nearest(fieldOf(pointer), fields);
    const words = sentence(labels[field] ?? field, message);
    if (fields.includes(field)) byField[field] ??= words;
    else unplaced.push(words);
  }
  return { errors: byField, unplaced };
}

/** What is wrong with one entry of a list stands at the list's field. */
function nearest(place: string, fields: readonly string[]): string {
  const parent = place.slice(0, Math.max(0, place.lastIndexOf('.')));
  return fields.includes(place) || !fields.includes(parent) ? place : parent;
}

export function asFieldErrors(issues: readonly { path: PropertyKey[]; message: string }[]): FieldError[] {
  return issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    code: 'invalid',
    message,
  }));
}

function fieldOf(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts.map(part => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

/** The contract says what is wrong with a field ("is empty"); a reader wants a sentence. */
function sentence(label: string, message: string): string {
  const whole = /^\p{Ll}/u.test(message) ? `${label} ${message}` : message;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
