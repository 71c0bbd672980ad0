/** What a bulk would come to: counted decision by decision, in the order in which a job would make them. */
import type { BulkDeed, BulkPreview } from '../contract/bulk.ts';
import type { Time } from '../contract/text.ts';
import { type Bounds, boundsAfter } from './bounds.ts';
import { type BulkDecision, outcomeOf, outcomeOfFailure } from './bulk.ts';
import { reasons } from './job.ts';
import { limitReached } from './plan.ts';

/** @param bounds what the organization has left before the first of them */
export function previewing(deed: BulkDeed, bounds: Bounds) {
  const counts = new Map<string, number>();
  let [left, ready] = [bounds, 0];
  const why = (decision: BulkDecision | undefined, now: Time): string | undefined => {
    if (!decision) return reasons.userGone;
    const { outcome, reason } = outcomeOf(deed, decision);
    if (outcome !== 'done' || !decision.ok) return reason ?? '';
    const after = boundsAfter(left, decision.changes);
    if (typeof after === 'string')
      return outcomeOfFailure({ kind: after, ...limitReached(after, decision.changes, now) }).reason;
    left = after;
    return undefined;
  };
  return {
    /** @param decision undefined where the user is gone */
    add: (decision: BulkDecision | undefined, now: Time): void => {
      const reason = why(decision, now);
      if (reason === undefined) ready++;
      else counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
    /** The commonest reason comes first. */
    result: (): Pick<BulkPreview, 'ready' | 'skipped'> => ({
      ready,
      skipped: [...counts]
        .map(([reason, count]) => ({ reason, count }))
        .sort((one, other) => other.count - one.count),
    }),
  };
}
