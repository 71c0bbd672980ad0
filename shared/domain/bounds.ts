/** What is limited in an organization, as several decisions would use it up one after the other. */
import type { Change } from './change.ts';
import type { Counters } from './model.ts';

/** How many seats are taken, active owners there are, and invitations were sent in this hour. */
export type Bounds = Pick<Counters, 'seats' | 'owners'> & { invitations: number };

/** How it stands after these changes; or what they would be refused for, as their transaction would be. */
export function boundsAfter(
  bounds: Bounds,
  changes: readonly Change[],
): Bounds | 'seats-exhausted' | 'last-owner' | 'invitations-exhausted' {
  let { seats, owners, invitations } = bounds;
  for (const change of changes) {
    if (change.do === 'spend') invitations += change.add;
    if (change.do === 'spend' && invitations > change.limit) return 'invitations-exhausted';
    if (change.do !== 'count') continue;
    const { seats: taken = 0, owners: more = 0 } = change.add;
    [seats, owners] = [seats + taken, owners + more];
    if (taken > 0 && seats > change.seatLimit) return 'seats-exhausted';
    if (more < 0 && owners < 1) return 'last-owner';
  }
  return { seats, owners, invitations };
}
