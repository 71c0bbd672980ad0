/** What a user tries: refused where there were too many wrong ones, or too many at all. */
import type { HourlyLimits } from './hourly-limits.ts';
import { notAuthorized, refusal } from './refusal.ts';
import type { Party, World } from './world.ts';

type Known = Pick<Party, 'pool' | 'user'>;

/** Makes an attempt with a password or a code; whatever it throws counts as a wrong one. */
export async function attempt<T>(world: World, party: Known, tried: () => T | Promise<T>): Promise<T> {
  const user = keyOf(party);
  if (world.lockouts.holds(user, world.clock())) throw notAuthorized('Password attempts exceeded');
  try {
    return await tried();
  } catch (error) {
    world.lockouts.failed(user, world.clock());
    throw error;
  }
}

/** Only a sign-in that is complete makes up for wrong attempts: a right password alone brings no new codes to try. */
export function forgiveAttempts(world: World, party: Known): void {
  world.lockouts.succeeded(keyOf(party));
}

export function requireWithinLimit(
  world: World,
  party: Known,
  operation: Parameters<HourlyLimits['admits']>[0],
): void {
  if (world.hourlyLimits.admits(operation, keyOf(party), world.clock())) return;
  throw refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
}

function keyOf({ pool, user }: Known): string {
  return `${pool.options.Id}/${user.Username}`;
}
