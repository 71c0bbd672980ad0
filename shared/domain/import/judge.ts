/** What a row comes to, by the very decisions of the routes for one user, as whoever asks; nothing is done yet. */
import type { InvitationId, PersonId } from '../../contract/ids.ts';
import type { RowError } from '../../contract/imports.ts';
import type { Time } from '../../contract/text.ts';
import { type TakenColumn, takenColumns } from '../../contract/user-columns.ts';
import type { Change } from '../change.ts';
import { decideEdit, type EditWish } from '../edit.ts';
import { decideInvite } from '../invite.ts';
import type { Invitee } from '../invitee.ts';
import type { Person, User } from '../model.ts';
import type { PlannedRow } from '../model-plans.ts';
import { nothingNamed } from '../rights.ts';
import { viewUser } from '../user.ts';
import { userText } from '../user-cells.ts';
import { changesOf } from './changes.ts';
import { cellOf, extraOf, type FileRow, mostShown } from './file-row.ts';
import { movesOf } from './moves.ts';
import { errorsOf } from './row-errors.ts';
import type { Scene } from './scene.ts';
import { shortened } from './shortened.ts';
import { readEdit, readInvitation } from './wish.ts';

/** What is there of those whom a row names. */
export type RowFound = {
  /** Of the ID, where the row has one; otherwise of the address. */
  user: User | undefined;
  person: Person | undefined;
  invitee: Invitee;
  /** Who has the username that the row has. */
  usernameOf: PersonId | undefined;
  /** Ids to use where something new is made. */
  fresh: { person: PersonId; invitation: InvitationId };
};

type Verdict = Pick<PlannedRow, 'outcome' | 'user' | 'create' | 'edit' | 'changes' | 'errors'>;
/** With what would be written, for whoever counts what is limited. */
export type Judged = Verdict & { writes: readonly Change[] };

/** By the cells of a row that is about somebody, and about whom it is clear. */
export function judgeRow(row: FileRow, found: RowFound, scene: Scene, now: Time): Judged {
  const extra = extraOf(row, scene.table);
  if (extra) return wrong([{ value: shortened(extra, mostShown), ...beyondHeadings }]);
  return found.user ? edited(row, found.user, found, scene, now) : created(row, found, scene, now);
}

const beyondHeadings = {
  reason: 'There is text beyond the last heading.',
  remedy:
    'Put a heading above it, or take it away. In a CSV, a comma in a text needs quotes around the text.',
};

export function wrong(errors: RowError[], user?: PersonId): Judged {
  return { outcome: 'error', user, changes: [], errors, writes: [] };
}

function created(row: FileRow, found: RowFound, scene: Scene, now: Time): Judged {
  const { doer, table, lookups, sendInvitations } = scene;
  const { wish, errors } = readInvitation(row, table, lookups, sendInvitations);
  if (!wish) return wrong(errors);
  const { actor, holdings } = doer;
  const about = scene.named(wish, found.invitee.former);
  const { organization } = actor;
  const { fresh, invitee } = found;
  const decision = decideInvite({ actor, organization, wish, holdings, about, ...invitee, fresh, now });
  if (!decision.ok) return wrong(errorsOf(decision.failure, row, table));
  if (wish.username && found.usernameOf) return wrong(errorsOf({ kind: 'username-taken' }, row, table));
  return {
    outcome: 'create',
    user: fresh.person,
    create: { wish, invitation: fresh.invitation, isFree: !invitee.reservation },
    changes: changesOf(decision.changes, scene, now),
    errors: [],
    writes: decision.changes,
  };
}

function edited(row: FileRow, user: User, found: RowFound, scene: Scene, now: Time): Judged {
  const { doer, table, lookups } = scene;
  const columns = differingColumns(row, user, scene, now);
  if (columns.length === 0) return unchanged(user);
  if (user.status === 'archived') return wrong([isArchived], user.id);
  const { wish, errors } = readEdit(row, table, columns, lookups);
  if (!wish) return wrong(errors, user.id);
  const edit = differing(wish, user);
  if (Object.keys(edit).length === 0) return unchanged(user);
  if (!found.person) return wrong(errorsOf({ kind: 'not-found' }, row, table), user.id);
  const { actor, holdings } = doer;
  const about = scene.named(user, { ...user, ...edit });
  const { person } = found;
  const it = { actor, organization: actor.organization, user, person, named: about, now };
  const decision = decideEdit(it, edit, { username: undefined, about, holdings });
  if (!decision.ok) return wrong(errorsOf(decision.failure, row, table), user.id);
  if (decision.changes.length === 0) return unchanged(user);
  if (edit.username && found.usernameOf && found.usernameOf !== user.id)
    return wrong(errorsOf({ kind: 'username-taken' }, row, table), user.id);
  return {
    outcome: 'update',
    user: user.id,
    edit: { wish: edit, expected: movesOf(decision.changes) },
    changes: changesOf(decision.changes, scene, now),
    errors: [],
    writes: decision.changes,
  };
}

const isArchived = {
  reason: 'The user is archived, and nobody changes who is archived.',
  remedy: 'Restore them first, or leave the row out.',
};

function unchanged({ id }: User): Judged {
  return { outcome: 'unchanged', user: id, changes: [], errors: [], writes: [] };
}

/** Whoever is there knows their own language; an address is not changed by a file. */
const passedOver: readonly TakenColumn[] = ['id', 'email', 'language'];
const editable = takenColumns.filter(column => !passedOver.includes(column));

/** Those that say something, and not what an export would say at this moment. */
export function differingColumns(
  row: FileRow,
  user: User,
  { table, labels }: Scene,
  now: Time,
): TakenColumn[] {
  const had = { ...user, view: viewUser(user, { named: nothingNamed, now }) };
  return editable.filter(column => {
    const cell = cellOf(row, table, column);
    return cell !== '' && cell !== userText(had, column, labels);
  });
}

/** A wish without what is so already; lists by what they hold. */
function differing(wish: EditWish, user: User): EditWish {
  const is: Readonly<Record<keyof EditWish, unknown>> = { ...user, username: user.username ?? null };
  const fact = (value: unknown) =>
    JSON.stringify(value, (_, each) => (Array.isArray(each) ? [...each].sort() : each));
  const fields = Object.entries(wish).filter(
    ([field, value]) => fact(value) !== fact(is[field as keyof EditWish]),
  );
  return Object.fromEntries(fields);
}
