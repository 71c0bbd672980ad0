/**
 * Doing a row of a plan: decided anew, by the very decision of the route for one user, as whoever committed the import. The
 * plan is not forced: what has moved since is said, and the row is left.
 */
import type { Time } from '../../contract/text.ts';
import type { Doer } from '../bulk.ts';
import type { Judged } from '../bulk-batch.ts';
import { type Failure, reasonOf } from '../decision.ts';
import { decideEdit } from '../edit.ts';
import { decideInvite } from '../invite.ts';
import type { Invitee } from '../invitee.ts';
import type { Person, User, UsernameReservation } from '../model.ts';
import type { JobItem } from '../model-jobs.ts';
import type { PlannedRow } from '../model-plans.ts';
import type { Known } from '../rights.ts';
import { movedSince, movesOf } from './moves.ts';

export const rowReasons = {
  joined: 'Somebody with this address has come into the organization since the file was checked.',
  gone: 'The user was deleted since the file was checked.',
  archived: 'The user was archived since the file was checked.',
  same: 'It is so already.',
  broken: 'Something went wrong with this row. It was recorded.',
  inTheWay: 'Others were changing this user all the time.',
  planGone: 'What was planned is not kept any more.',
} as const;

/** What is there of a row: of whoever is created, whose the address is; of whoever is changed, them. */
export type RowFound = {
  invitee: Invitee;
  user: User | undefined;
  person: Person | undefined;
  /** That of the username that they have. */
  username: UsernameReservation | undefined;
};

/** What is the same for all rows of a batch. */
export type RowsAround = {
  doer: Doer;
  /** What the rows name, and what those have who are changed. */
  about: Known;
  /** The usernames that rows wish for and somebody has. */
  taken: ReadonlySet<string>;
  now: Time;
};

/** A row that is to be done, before anything is known of it. */
export function waitingItem({ user, number }: PlannedRow): JobItem {
  if (!user) throw new Error(`Row ${number} is about nobody`);
  return { user, row: number, outcome: 'waiting' };
}

export function decideRow(row: PlannedRow, found: RowFound, around: RowsAround): Judged {
  const item = waitingItem(row);
  const judged = row.create ? created(row, row.create, found, around) : edited(row, found, around);
  const isTaken = judged.changes.some(
    change =>
      change.do === 'create' && change.entity.type === 'username' && around.taken.has(change.entity.username),
  );
  return isTaken ? failedBy(item, { kind: 'username-taken' }) : judged;
}

function created(
  row: PlannedRow,
  { wish, invitation }: NonNullable<PlannedRow['create']>,
  { invitee }: RowFound,
  { doer: { actor, holdings }, about, now }: RowsAround,
): Judged {
  const item = waitingItem(row);
  const fresh = { person: item.user, invitation };
  const decision = decideInvite({
    ...{ actor, organization: actor.organization, wish, about, holdings, fresh, now },
    ...invitee,
  });
  if (!decision.ok && decision.failure.kind === 'already-member') return failed(item, rowReasons.joined);
  if (!decision.ok) return failedBy(item, decision.failure);
  // Whoever is known elsewhere comes in as who they are.
  return { ...decision, item: { ...item, user: decision.answer.id, outcome: 'done' } };
}

function edited(
  row: PlannedRow,
  { user, person, username }: RowFound,
  { doer: { actor, holdings }, about, now }: RowsAround,
): Judged {
  const item = waitingItem(row);
  if (!user || !person) return failed(item, rowReasons.gone);
  if (user.status === 'archived') return failed(item, rowReasons.archived);
  const { wish, expected } = row.edit ?? { wish: {}, expected: [] };
  const it = { actor, organization: actor.organization, user, person, named: about, now };
  const decision = decideEdit(it, wish, { username, about, holdings });
  if (!decision.ok) return failedBy(item, decision.failure);
  if (decision.changes.length === 0) return without(item, 'skipped', rowReasons.same);
  const moved = movedSince(expected, movesOf(decision.changes));
  if (moved.length === 0) return { ...decision, item: { ...item, outcome: 'done' } };
  return failed(item, `Others have changed the user since the file was checked: ${moved.join(', ')}.`);
}

/** Nothing is done for the row after all. */
export function failed(item: JobItem, reason: string): Judged {
  return without(item, 'failed', reason);
}

export function failedBy(item: JobItem, failure: Failure): Judged {
  return failed(item, reasonOf(failure));
}

function without({ user, row }: JobItem, outcome: JobItem['outcome'], reason: string): Judged {
  return { item: { user, row, outcome, reason }, changes: [], events: [] };
}
