/** Load, decide, commit: the shape of everything that changes something, with its second and third try. */
import type { DomainEvent } from '../../shared/contract/events.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import { type Actor, actorInTrail } from '../../shared/domain/actor.ts';
import type { Conflict } from '../../shared/domain/change.ts';
import { type Decision, type EventDraft, type Failure, refuse } from '../../shared/domain/decision.ts';
import { limitReached } from '../../shared/domain/plan.ts';
import type { PortsFor } from '../../shared/ports.ts';
import type { Origin } from './use-case.ts';

export type Asked = { actor: Actor; origin: Origin };

/** Stamps drafts with what only the moment knows. */
export function stamp(
  asked: Asked,
  drafts: readonly EventDraft[],
  { clock, ids }: PortsFor<never>,
): DomainEvent[] {
  return drafts.map(draft => ({
    ...draft,
    changes: draft.changes ?? [],
    id: ids.make('evt'),
    time: clock.now(),
    actor: actorInTrail(asked.actor),
    ...inTrail(asked.origin),
  }));
}

function inTrail({ requestId, ip, userAgent }: Origin): Pick<DomainEvent, 'requestId' | 'ip' | 'userAgent'> {
  return { requestId, ip, userAgent };
}

/** How often a decision is made anew when what it was made from has changed before it could be written. */
const attempts = 5;

type AnswerIn<D> = D extends { ok: true; answer: infer A } ? A : never;
type KindIn<D> = D extends { ok: false; failure: { kind: infer K extends ProblemKind } } ? K : never;

/** What a transaction comes to, for a decision of type `D` that may run into conflicts `C`. */
export type Settled<D, C extends readonly FinalConflict[]> =
  | { ok: true; value: AnswerIn<D> }
  | { ok: false; failure: Failure<KindIn<D> | C[number] | 'changed-meanwhile'> };

/** Conflicts with a meaning of their own: another try would meet them again. */
export type FinalConflict =
  | 'seats-exhausted'
  | 'last-owner'
  | 'username-taken'
  | 'invitations-exhausted'
  | 'api-access-excludes-mfa';

/**
 * Commits what `decide` comes to, in one transaction with its events. When the state has moved under it, it is
 * loaded and decided again, so that of several at once each gets the answer it would have got one after the other.
 * @param expected the final conflicts that this decision can run into
 */
export async function transact<
  D extends Decision<unknown, ProblemKind>,
  const C extends readonly FinalConflict[] = readonly [],
>(
  asked: Asked,
  ports: PortsFor<'directory:write'>,
  decide: () => Promise<D>,
  expected?: C,
): Promise<Settled<D, C>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const decision = await decide();
    if (!decision.ok) return decision as Settled<D, C>; // a refusal of D's own kind
    const { changes, events, answer } = decision;
    const result = await ports.directory.commit({ changes, events: stamp(asked, events, ports), answer });
    if (result.ok) return { ok: true, value: answer as AnswerIn<D> };
    if (isBeingAnswered(result.conflict)) break;
    const final = expected?.find(kind => kind === finalConflict(result.conflict));
    if (final) return refuse<C[number]>(final, limitReached(final, changes, ports.clock.now()));
  }
  return refuse('changed-meanwhile');
}

/** What such a conflict means; undefined for one that another try may not meet. */
export function finalConflict(conflict: Conflict): FinalConflict | undefined {
  if (conflict.on === 'seats') return 'seats-exhausted';
  if (conflict.on === 'owners') return 'last-owner';
  if (conflict.on === 'quota') return 'invitations-exhausted';
  if (conflict.on === 'not-none') return 'api-access-excludes-mfa';
  return conflict.on === 'exists' && conflict.ref.type === 'username' ? 'username-taken' : undefined;
}

/** The same request, under the same Idempotency-Key, has just been answered next to this one. */
function isBeingAnswered(conflict: Conflict): boolean {
  return conflict.on === 'exists' && conflict.ref.type === 'answer';
}
