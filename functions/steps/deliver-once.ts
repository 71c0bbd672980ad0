/**
 * Mails go out at least once: whoever sends claims the deed, does it, and marks it done. A second copy is possible
 * only where a crash falls between sending and marking.
 */
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';

/** Longer than a subscriber can live, shorter than its queue waits before giving a message again. */
const claimSeconds = 40;

/** Does `deed` unless it is done already; throws when another is at it, so that the queue asks again later. */
export async function once(
  key: string,
  { directory, clock, ids }: PortsFor<'directory:write'>,
  deed: () => Promise<void>,
): Promise<void> {
  const holder = ids.make('evt');
  const claimed = await directory.claim({ key, holder, until: plusSeconds(clock.now(), claimSeconds) });
  if (claimed === 'done') return;
  if (claimed === 'busy') throw new Error('Somebody else is at it; to be asked again');
  try {
    await deed();
  } catch (error) {
    await directory.release(key, holder);
    throw error;
  }
  await directory.settle(key, holder);
}
