/** What calls to AWS come to. */
import type { CloudCall } from '../harness/cloud-calls.ts';

/** How many calls had to wait for one another: the most of them of which no two overlap. */
export function sequentialTrips(calls: readonly Pick<CloudCall, 'started' | 'milliseconds'>[]): number {
  const byEnd = calls
    .map(({ started, milliseconds }) => ({ started, ended: started + milliseconds }))
    .sort((a, b) => a.ended - b.ended);
  let trips = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const { started, ended } of byEnd) {
    if (started < free) continue;
    trips++;
    free = ended;
  }
  return trips;
}

/** In the order in which they arrived. */
export function operationsOf(calls: readonly CloudCall[]): string[] {
  return [...calls].sort((a, b) => a.started - b.started).map(({ operation }) => operation);
}
