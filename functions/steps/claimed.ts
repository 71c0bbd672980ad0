/** What only one may be doing at a time, because Cognito cannot join a transaction. */
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** Longer than a request's Lambda can live: whoever holds a claim and has not finished by then never will. */
export const claimSeconds = 15;

/** Does `deed` unless somebody else is at it, and lets the next one in. */
export async function alone<T>(
  key: string,
  { directory, clock, ids }: PortsFor<'directory:write'>,
  deed: () => Promise<T>,
): Promise<T | 'busy'> {
  const holder = ids.make('evt');
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed !== 'yours') return 'busy';
  try {
    return await deed();
  } finally {
    // What cannot be given back runs out, and is no reason to say that the deed failed.
    await directory.release(key, holder).catch(() => undefined);
  }
}
