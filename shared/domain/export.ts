/** The law of exports: queued with the event that has them written, and dead after a day, as their files are. */
import type { Action, Difference } from '../contract/events.ts';
import type { ExportView, StartExport } from '../contract/exports.ts';
import { folded } from '../contract/folded.ts';
import type { ExportId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { OrganizationActor } from './actor.ts';
import type { Decision, EventDraft } from './decision.ts';
import type { Organization } from './model.ts';
import type { Export, ExportFailure } from './model-exports.ts';
import { plusMinutes, secondsOf } from './time.ts';
import { next } from './user.ts';

const lifeMinutes = 24 * 60;

const sentences: Readonly<Record<ExportFailure, string>> = {
  'not-allowed': 'Whoever asked for it may not take users away in a file any more.',
  'too-many': 'There are more users than one file takes. Narrow the list with filters.',
  'broke-off': 'It broke off on our side. Start it again.',
};

export function viewExport(it: Export): ExportView {
  const { id, state, format, columns, rows, failure, startedBy, createdAt, finishedAt } = it;
  return {
    ...{ id, state, format, columns, createdAt, finishedAt },
    progress: { done: rows },
    startedBy: startedBy.person,
    ...(state === 'done' && { rows }),
    ...(failure && { reason: sentences[failure] }),
  };
}

/** Whether it can still be looked at: nobody sweeps to the minute. */
export function isAlive({ createdAt }: Export, now: Time): boolean {
  return now < plusMinutes(createdAt, lifeMinutes);
}

/** Whether nobody need work on it any more. What broke off, its queue gives again. */
export function isSettled({ state, failure }: Export): boolean {
  return state === 'done' || (state === 'failed' && failure !== 'broke-off');
}

export function decideStartExport(
  { self }: OrganizationActor,
  { org: organization, format, columns, filter, sort }: StartExport,
  { id, now }: { id: ExportId; now: Time },
): Decision<ExportView, never> {
  const entity: Export = {
    ...{
      type: 'export',
      version: 1,
      organization,
      id,
      format,
      columns,
      filter,
      sort,
      state: 'queued',
      rows: 0,
    },
    startedBy: { organization: self.organization, person: self.id },
    createdAt: now,
    ttl: secondsOf(plusMinutes(now, lifeMinutes)),
  };
  return {
    ok: true,
    changes: [{ do: 'create', entity }],
    events: [told('export.queued', entity)],
    answer: viewExport(entity),
  };
}

/** Where it stands once something is known of it; nothing where it is settled. */
export function decideTurn(it: Export, turn: Turn, now: Time): Decision<undefined, never> {
  if (isSettled(it)) return { ok: true, changes: [], events: [], answer: undefined };
  const { failure: _, finishedAt: __, ...before } = it;
  const after = { ...next(before, turn), ...(turn.state !== 'running' && { finishedAt: now }) };
  return {
    ok: true,
    changes: [{ do: 'update', before: it, after }],
    events: eventsOf(after),
    answer: undefined,
  };
}

export type Turn = { state: 'running' | 'done'; rows: number } | { state: 'failed'; failure: ExportFailure };

/** Neither what was looked for nor whom it found: only what the file has of them, and how many they are. */
function eventsOf(it: Export): EventDraft[] {
  if (it.state === 'failed') return [told('export.failed', it, [{ field: 'reason', after: it.failure }])];
  return it.state === 'done' ? [told('users.exported', it, [{ field: 'rows', after: it.rows }])] : [];
}

function told(action: Action, it: Export, more: Difference[] = []): EventDraft {
  const { organization, id, format, columns } = it;
  const changes = [{ field: 'format', after: format }, { field: 'columns', after: columns }, ...more];
  return { organization, action, target: { type: 'export', id }, changes };
}

/** Where its file lies. Written anew, it is the same file. */
export function exportKey({ organization, id, format }: Export): string {
  return `exports/${organization}/${id}.${format}`;
}

/** What whoever downloads it finds it by. */
export function exportFileName({ format, createdAt }: Export, { name }: Organization): string {
  const whose = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${[whose, 'users', createdAt.slice(0, 10)].filter(Boolean).join('-')}.${format}`;
}
