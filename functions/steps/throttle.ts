/** Counts attempts before they are made, and takes the rightful ones back. */
import { createHash } from 'node:crypto';
import type { Failure } from '../../shared/domain/decision.ts';
import { type Attempt, bucketsFor, tooManyAttempts } from '../../shared/domain/throttle.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from '../runtime/use-case.ts';

type Admitted =
  | { ok: true /** The attempt was a rightful one: it does not count. */; forgive(): Promise<void> }
  | { ok: false; failure: Failure<'too-many-attempts'> };

/** Whether one more attempt may be made on an account, which is named by whatever was typed. */
export async function admit(
  kind: Attempt,
  account: string,
  { ip }: Pick<Origin, 'ip'>,
  { directory, clock }: PortsFor<'directory:write'>,
): Promise<Admitted> {
  const now = clock.now();
  const buckets = bucketsFor(kind, createHash('sha256').update(account).digest('hex'), ip, now);
  if (!(await directory.admit(buckets))) return tooManyAttempts(buckets, now);
  return { ok: true, forgive: () => directory.forgive(buckets) };
}
