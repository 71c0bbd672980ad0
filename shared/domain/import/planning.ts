/** The plan of an import, row by row in the order of the file: each as it would come to after all that stand before it. */
import type { RowError } from '../../contract/imports.ts';
import type { Time } from '../../contract/text.ts';
import { userHeadings } from '../../contract/user-columns.ts';
import { type Bounds, boundsAfter } from '../bounds.ts';
import type { User } from '../model.ts';
import type { PlannedRow } from '../model-plans.ts';
import { plainName } from '../user.ts';
import { cellError, cellOf, type FileRow, headingOf, mostShown, type Table } from './file-row.ts';
import { type Judged, judgeRow, type RowFound, wrong } from './judge.ts';
import { remedies } from './remedies.ts';
import { repeating } from './repeated.ts';
import { errorsOf } from './row-errors.ts';
import type { Scene } from './scene.ts';
import { shortened } from './shortened.ts';
import { whomOf } from './whom.ts';

/** @param bounds what the organization has left before the first row */
export function planning(scene: Scene, bounds: Bounds) {
  const repeated = repeating(scene.table);
  let left = bounds;
  const judged = (row: FileRow, found: RowFound, now: Time): Judged => {
    const user = found.user?.id;
    const unclear = whyUnclear(row, found, scene, repeated);
    if (unclear) return wrong([unclear], user);
    const verdict = judgeRow(row, found, scene, now);
    const again = repeated.username(row, verdict);
    if (again) return wrong([again], user);
    const after = boundsAfter(left, verdict.writes);
    if (typeof after === 'string') return wrong(errorsOf({ kind: after }, row, scene.table), user);
    left = after;
    return verdict;
  };
  /** @param found undefined where what is stored of whom it names cannot be read */
  return (row: FileRow, found: RowFound | undefined, now: Time): PlannedRow => {
    const { writes: _, ...verdict } = found ? judged(row, found, now) : wrong([isBroken]);
    const user = found?.user;
    return {
      number: row.number,
      cells: [...row.cells],
      ...verdict,
      name: user?.displayName ?? nameIn(row, scene),
      email: user?.email ?? shortened(cellOf(row, scene.table, 'email').toLowerCase(), mostEmail),
    };
  };
}

const isBroken = {
  reason: 'Something went wrong with this row on our side. It was recorded.',
  remedy: 'Import the other rows, and ask whoever runs this service.',
};

/** RFC 5321 has no longer ones. */
const mostEmail = 254;

/** Why it is not clear whom a row is about. */
function whyUnclear(
  row: FileRow,
  { user }: RowFound,
  scene: Scene,
  repeated: ReturnType<typeof repeating>,
): RowError | undefined {
  const { table } = scene;
  const whom = whomOf(row, table);
  if (user)
    return (
      repeated.whom(row, { user: user.id }) ?? ('id' in whom ? otherAddress(row, user, scene) : undefined)
    );
  if ('id' in whom)
    return cellError(row, table, 'id', { reason: 'There is no user with this ID.', remedy: remedies.id });
  if ('text' in whom)
    return whom.text === '' ? { reason: noAddress, remedy: remedies.email } : noEmail(row, table);
  return whom.isArchived ? cellError(row, table, 'status', isGone) : repeated.whom(row, whom);
}

const isGone = {
  reason: 'Nobody who is archived can be found by this address.',
  remedy: 'Put their ID, or leave the row out: nobody changes who is archived.',
};

function noEmail(row: FileRow, table: Table): RowError {
  const reason = `${headingOf(table, 'email')} is not an email address.`;
  return cellError(row, table, 'email', { reason, remedy: remedies.email });
}

/** Where a cell is there and says something else than the user's address. */
function otherAddress(row: FileRow, { email }: User, { table }: Scene): RowError | undefined {
  const cell = cellOf(row, table, 'email').toLowerCase();
  if (cell === '' || cell === email) return undefined;
  return cellError(row, table, 'email', {
    reason: 'The user with this ID has another address.',
    remedy:
      'Change addresses on the page of the user, because a new one must be confirmed; or take the ID away.',
  });
}

const noAddress = `Neither ${userHeadings.id} nor ${userHeadings.email} says whom this row is about.`;

function nameIn(row: FileRow, { table }: Scene): string {
  const cell = (column: 'displayName' | 'firstName' | 'lastName') => cellOf(row, table, column);
  const plain = plainName({ firstName: cell('firstName'), lastName: cell('lastName') }).trim();
  return shortened(cell('displayName') || plain, mostShown);
}
