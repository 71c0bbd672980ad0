/**
 * The law of imports: a file is awaited, checked as often as somebody asks, and done once, or never. They are dead after a
 * week, as their files are.
 */
import type { Action, Difference } from '../../contract/events.ts';
import type { ImportId } from '../../contract/ids.ts';
import type { CheckImport, ImportView, RowOutcome } from '../../contract/imports.ts';
import type { Time } from '../../contract/text.ts';
import type { OrganizationActor } from '../actor.ts';
import { type Decision, type EventDraft, refuse } from '../decision.ts';
import type { Import, PartCounts } from '../model-imports.ts';
import { plusMinutes, secondsOf } from '../time.ts';
import { next } from '../user.ts';
import { failureSentence } from './failures.ts';

const lifeMinutes = 7 * 24 * 60;

export function viewImport(it: Import): ImportView {
  const { id, state, fileName, format, columns, sendInvitations, job, createdAt } = it;
  return {
    ...{ id, state, fileName, format, columns, sendInvitations, job, createdAt },
    progress: { done: it.rows },
    counts: it.plan && countsOf(it.plan.parts),
    reason: it.failure && failureSentence(it.failure, it.failedAt),
    startedBy: it.startedBy.person,
    expiresAt: plusMinutes(createdAt, lifeMinutes),
  };
}

/** What the rows of all parts come to. */
export function countsOf(parts: readonly PartCounts[]): PartCounts {
  const sum = (outcome: RowOutcome) => parts.reduce((so, part) => so + part[outcome], 0);
  return {
    create: sum('create'),
    update: sum('update'),
    unchanged: sum('unchanged'),
    error: sum('error'),
  };
}

/** Whether it can still be looked at: nobody sweeps to the minute. */
export function isAlive({ createdAt }: Import, now: Time): boolean {
  return now < plusMinutes(createdAt, lifeMinutes);
}

type Starting = { id: ImportId; fileName: string; now: Time };

/** Nothing has happened yet that an audit would tell of: the file may never come. */
export function decideStartImport(
  { self, organization }: OrganizationActor,
  { id, fileName, now }: Starting,
): Decision<Import, never> {
  const entity: Import = {
    ...{ type: 'import', version: 1, organization: organization.id, id, state: 'awaiting-file', fileName },
    ...{ columns: [], sendInvitations: true, rows: 0, checks: 0 },
    startedBy: { organization: self.organization, person: self.id },
    createdAt: now,
    ttl: secondsOf(plusMinutes(now, lifeMinutes)),
  };
  return { ok: true, changes: [{ do: 'create', entity }], events: [], answer: entity };
}

/** What is planned from here on is planned for whoever asks now: with their rights. */
export function decideCheck(
  { self }: OrganizationActor,
  it: Import,
  { sendInvitations, columns: mapping }: Pick<CheckImport, 'sendInvitations' | 'columns'>,
): Decision<ImportView, 'wrong-status' | 'validation-failed'> {
  if (it.state === 'checking') return refuse('wrong-status', { detail: 'This file is being checked.' });
  if (it.state === 'committed' || it.state === 'cancelled') return refuse('wrong-status', { detail: over });
  if (mapping && it.columns.length > 0 && mapping.length !== it.columns.length)
    return refuse('validation-failed', { errors: [otherColumns(it.columns.length)] });
  const { plan: _, failure: __, failedAt: ___, ...kept } = it;
  const after = next(kept, {
    ...{ state: 'checking', sendInvitations, rows: 0, checks: it.checks + 1 },
    ...(mapping && { mapping }),
    checkedFor: { organization: self.organization, person: self.id },
  } as const);
  const changes: Difference[] = [{ field: 'sendInvitations', after: sendInvitations }];
  return turned(it, after, [told('import.queued', after, changes)], viewImport(after));
}

const over = 'This import was done or called off already. Upload the file again to begin anew.';

const otherColumns = (count: number) => ({
  pointer: '/columns',
  code: 'other-columns',
  message: `must say of each of the ${count} columns of the file what it is`,
});

export function decideCancelImport(it: Import): Decision<ImportView, 'wrong-status'> {
  if (it.state === 'committed' || it.state === 'cancelled') return refuse('wrong-status', { detail: over });
  const after = next(it, { state: 'cancelled' } as const);
  return turned(it, after, [told('import.cancelled', after)], viewImport(after));
}

/** What is known of a check that goes on, or was made. */
export type Turn =
  | ({ state: 'checking' | 'needs-columns' } & Pick<Import, 'format' | 'columns' | 'rows'>)
  | ({ state: 'checked' } & Pick<Import, 'format' | 'columns' | 'rows'> & {
        plan: NonNullable<Import['plan']>;
      })
  | ({ state: 'failed' } & Pick<Import, 'failure' | 'failedAt'>);

/** Whether it still waits for what comes of that check. What broke off, its queue gives again. */
export function awaitsCheck({ state, failure, checks }: Import, check: number): boolean {
  return checks === check && (state === 'checking' || (state === 'failed' && failure === 'broke-off'));
}

/** Answers whether it was waited for; nothing is written where somebody else was faster, or it was called off. */
export function decideTurn(it: Import, check: number, turn: Turn): Decision<boolean, never> {
  if (!awaitsCheck(it, check)) return { ok: true, changes: [], events: [], answer: false };
  const { failure: _, failedAt: __, ...before } = it;
  const after: Import = next(before, turn);
  return turned(it, after, eventsOf(after), true);
}

function eventsOf(it: Import): EventDraft[] {
  if (it.state === 'failed') return [told('import.failed', it, [{ field: 'reason', after: it.failure }])];
  if (it.state !== 'checked' || !it.plan) return [];
  const counts = Object.entries(countsOf(it.plan.parts)).map(([field, after]) => ({ field, after }));
  return [told('import.checked', it, counts)];
}

/** Neither the file's name nor a cell: both may name people. */
export function told(action: Action, { organization, id }: Import, changes: Difference[] = []): EventDraft {
  return { organization, action, target: { type: 'import', id }, changes };
}

function turned<A>(before: Import, after: Import, events: EventDraft[], answer: A): Decision<A, never> {
  return { ok: true, changes: [{ do: 'update', before, after }], events, answer };
}
