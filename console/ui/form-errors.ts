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
    const field = fieldOf(pointer);
    const words = sentence(labels[field] ?? field, message);
    if (fields.includes(field)) byField[field] ??= words;
    else unplaced.push(words);
  }
  return { errors: byField, unplaced };
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
