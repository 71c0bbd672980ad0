/**
 * Cursors: opaque, and bound to the question they continue. A position is no secret (the caller has just read the
 * row), so a cursor is checked, not encrypted; one from another organization or list does not open.
 */
import { createHash } from 'node:crypto';
import { type Failure, refuse } from '../../shared/domain/decision.ts';

type Opened =
  | { ok: true /** Undefined: from the beginning. */; after: string | undefined }
  | { ok: false; failure: Failure<'validation-failed'> };

/** Where a page begins, by the cursor that its caller sent. */
export function pageAfter(cursor: string | undefined, question: unknown): Opened {
  const after = cursor === undefined ? undefined : openCursor(cursor, question);
  return cursor === undefined || after !== undefined ? { ok: true, after } : foreignCursor();
}

export function foreignCursor() {
  const message = 'does not belong to this list: leave it out to start again';
  return refuse('validation-failed', { errors: [{ pointer: '/cursor', code: 'foreign-cursor', message }] });
}

export function sealCursor(position: string, question: unknown): string {
  return `${fingerprint(question)}${Buffer.from(position).toString('base64url')}`;
}

/** The position in a cursor; undefined when it belongs to another question. */
export function openCursor(cursor: string, question: unknown): string | undefined {
  const seal = fingerprint(question);
  if (!cursor.startsWith(seal)) return undefined;
  const position = Buffer.from(cursor.slice(seal.length), 'base64url').toString('utf8');
  // What does not seal to the same again was never sealed here; as a key it could be longer than keys may be.
  return position && sealCursor(position, question) === cursor ? position : undefined;
}

function fingerprint(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}
