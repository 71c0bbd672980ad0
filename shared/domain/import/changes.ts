/** What a row would change, as it would be written in the file. */
import type { RowChange } from '../../contract/imports.ts';
import type { Time } from '../../contract/text.ts';
import { takenColumns } from '../../contract/user-columns.ts';
import type { Change } from '../change.ts';
import type { User } from '../model.ts';
import { nothingNamed } from '../rights.ts';
import { viewUser } from '../user.ts';
import { userText } from '../user-cells.ts';
import { headingOf } from './file-row.ts';
import type { Scene } from './scene.ts';

export function changesOf(writes: readonly Change[], { table, labels }: Scene, now: Time): RowChange[] {
  const { before, after } = turnIn(writes);
  if (!after) return [];
  const text = (user: User | undefined) => {
    const had = user && { ...user, view: viewUser(user, { named: nothingNamed, now }) };
    return (column: (typeof columns)[number]) => (had ? userText(had, column, labels) : '');
  };
  const [was, is] = [text(before), text(after)];
  return columns
    .map(column => ({ heading: headingOf(table, column), before: was(column), after: is(column) }))
    .filter(change => change.before !== change.after);
}

/** An ID is given, not changed. */
const columns = takenColumns.filter(column => column !== 'id');

/** How the user turns; whoever comes back after they were archived is shown as somebody new. */
function turnIn(writes: readonly Change[]): { before?: User; after?: User } {
  for (const change of writes) {
    if (change.do === 'create' && change.entity.type === 'user') return { after: change.entity };
    if (change.do !== 'update' || change.after.type !== 'user') continue;
    const before = change.before as User; // an update is of one kind
    return before.status === 'archived' ? { after: change.after } : { before, after: change.after };
  }
  return {};
}
