/** What an edit moves, value by value: so that a plan can be held against what it was made from. Not for the audit trail. */
import type { Difference } from '../../contract/events.ts';
import { type TakenColumn, userHeadings } from '../../contract/user-columns.ts';
import type { Change } from '../change.ts';
import type { User } from '../model.ts';

type Column = Exclude<TakenColumn, 'id' | 'email' | 'language'>;

const facts: Readonly<Record<Column, (user: User) => unknown>> = {
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  displayName: ({ displayName }) => displayName,
  username: ({ username }) => username,
  role: ({ role }) => role,
  access: ({ access }) => (access.mode === 'all' ? 'all' : access.permissions),
  customRoles: ({ customRoles }) => customRoles,
  groups: ({ groups }) => groups,
  projects: ({ projects }) => projects,
  apiAccess: ({ apiAccess }) => apiAccess,
  mfaRequired: ({ requireMfa }) => requireMfa,
};
const columns = Object.keys(facts) as Column[]; // Object.keys forgets what it was given

/** By columns; personal values are among them. */
export function movesOf(changes: readonly Change[]): Difference[] {
  const turn = changes.find(change => change.do === 'update' && change.after.type === 'user');
  if (turn?.do !== 'update') return [];
  const [before, after] = [turn.before, turn.after] as User[]; // an update is of one kind
  if (!before || !after) return [];
  return columns
    .map(field => ({ field, before: facts[field](before), after: facts[field](after) }))
    .filter(move => JSON.stringify(move.before) !== JSON.stringify(move.after));
}

/** The headings of what moves otherwise than it was planned. */
export function movedSince(planned: readonly Difference[], moves: readonly Difference[]): string[] {
  const move = (of: readonly Difference[], column: Column) =>
    JSON.stringify(of.filter(({ field }) => field === column).map(({ before, after }) => [before, after]));
  return columns
    .filter(column => move(planned, column) !== move(moves, column))
    .map(column => userHeadings[column]);
}
