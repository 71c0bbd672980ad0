/** A failure that its reader can act on: its message says everything, and nobody needs to see a stack. */
export function failure(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: 'LocalFailure' });
}

export function isFailure(error: unknown): error is Error {
  return error instanceof Error && error.name === 'LocalFailure';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
