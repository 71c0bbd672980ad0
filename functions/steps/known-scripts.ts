/**
 * Which registered application a script's session belongs to, as far as this Lambda has seen. Only a hint of what to read
 * ahead: whether the application is there, and the user may sign in from scripts, is read anew at every request.
 */
import type { Person, Session } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';

const seen = new Map<string, readonly Ref[]>();
/** At some 300 bytes each. */
const mostSeen = 2000;

/** What the check of a session will look at beyond session and person; nothing, where that is not known yet. */
export function scriptRefs(session: string): readonly Ref[] {
  return seen.get(session) ?? [];
}

export function rememberScript({ id: session, client }: Session, { home, id }: Person): void {
  if (!client || seen.has(session)) return;
  const [oldest] = seen.keys();
  if (oldest && seen.size >= mostSeen) seen.delete(oldest);
  seen.set(session, [ref.apiClient(home, client), ref.user(home, id)]);
}
