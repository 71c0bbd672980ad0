/**
 * Whether a list would have a user, and where, as far as their description tells: for the moment until the server is
 * asked again, which has the last word.
 */
import type { UserView } from '../../shared/contract/users.ts';
import type { UserListQuery } from './user-queries.ts';

export function fits(user: UserView, query: UserListQuery): boolean {
  const { role, status, home, mfa, approved, invitation, lastActiveAt } = user;
  const { q = '', activeFrom, activeBefore } = query;
  return (
    isOneOf(query.status ?? 'active', status) &&
    isOneOf(query.role, role) &&
    isOneOf(query.type, home ? 'own' : 'guest') &&
    isOneOf(query.mfa, mfa.enrolled.length > 0 ? 'enrolled' : 'none') &&
    isOneOf(query.group, ...idsOf(user.groups)) &&
    isOneOf(query.project, ...idsOf(user.projects)) &&
    isOneOf(query.customRole, ...idsOf(user.customRoles)) &&
    isOneOf(query.delivery, invitation?.delivery) &&
    isOneOf(query.approved, `${approved}`) &&
    (!activeFrom || (lastActiveAt ?? '') >= activeFrom) &&
    (!activeBefore || (lastActiveAt ?? '~') < activeBefore) &&
    haveWords(user, q)
  );
}

/** Whether one stands before the other in the order that is asked for. */
export function isBefore(one: UserView, other: UserView, sort: UserListQuery['sort'] = 'name'): boolean {
  const descending = sort.startsWith('-');
  const [first, second] = [one, other].map(user => `${placeOf(user, sort.replace(/^-/, ''))}#${user.id}`);
  return descending ? (first ?? '') > (second ?? '') : (first ?? '') < (second ?? '');
}

const roles: readonly UserView['role'][] = ['owner', 'admin', 'manager', 'user'];

function placeOf(user: UserView, sort: string): string {
  switch (sort) {
    case 'username':
    case 'email':
    case 'createdAt':
    case 'lastActiveAt':
      return user[sort] ?? '';
    case 'role':
      return `${roles.indexOf(user.role)}`;
    default:
      return folded(`${user.firstName} ${user.lastName}`);
  }
}

/** Whether any of what somebody has is wanted; where nothing is wanted, everything fits. */
function isOneOf(
  wanted: string | readonly string[] | undefined,
  ...has: readonly (string | undefined)[]
): boolean {
  return wanted === undefined || has.some(each => each !== undefined && [wanted].flat().includes(each));
}

function haveWords({ firstName, lastName, displayName, username, email }: UserView, q: string): boolean {
  const has = [firstName, lastName, displayName, username, email].map(text => ` ${folded(text ?? '')}`);
  const parts = has.map(text => text.replace(/[^\p{L}\p{N}]+/gu, ' '));
  return folded(q)
    .split(/[\s,;()]+/)
    .every(word => [...has, ...parts].some(text => text.includes(` ${word}`)));
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
