/**
 * Whether a list would have a user, and where, as far as their description tells: for the moment until the server is
 * asked again, which has the last word.
 */
import type { InvitationHeld, UserSort } from '../../shared/contract/find-users.ts';
import { beginAll, positionIn, wordsIn, wordsOf } from '../../shared/contract/user-words.ts';
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
    isOneOf(query.invitation, heldBy(user)) &&
    isOneOf(query.approved, `${approved}`) &&
    (!activeFrom || (lastActiveAt ?? '') >= activeFrom) &&
    (!activeBefore || (lastActiveAt ?? '~') < activeBefore) &&
    beginAll(wordsIn(q), wordsOf(user))
  );
}

function heldBy({ status, invitation }: UserView): InvitationHeld | undefined {
  if (status !== 'invited') return undefined;
  return invitation?.state === 'pending' ? 'open' : 'none';
}

/** Whether one stands before the other in the order that is asked for. */
export function isBefore(one: UserView, other: UserView, sort: UserListQuery['sort'] = 'name'): boolean {
  const order = sort.replace(/^-/, '') as UserSort; // by its schema
  const [first, second] = [positionIn(order, one), positionIn(order, other)];
  return sort.startsWith('-') ? first > second : first < second;
}

/** Whether any of what somebody has is wanted; where nothing is wanted, everything fits. */
function isOneOf(
  wanted: string | readonly string[] | undefined,
  ...has: readonly (string | undefined)[]
): boolean {
  return wanted === undefined || has.some(each => each !== undefined && [wanted].flat().includes(each));
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
