/** The status of a user, and what leads from one to the next: the whole life as one table. */
import type { UserStatus } from '../contract/users.ts';
import type { User } from './model.ts';

/** What can be done to a user's status. */
export type LifeAction =
  | 'send-invitation'
  | 'accept'
  | 'deactivate'
  | 'reactivate'
  | 'archive'
  | 'restore'
  | 'delete';

type Turns = Partial<Record<UserStatus, UserStatus | 'gone'>>;

/** Possible in every status, so that nobody who deletes has to ask. */
const gone = {
  invited: 'gone',
  active: 'gone',
  inactive: 'gone',
  archived: 'gone',
} as const satisfies Record<UserStatus, 'gone'>;

const transitions = {
  'send-invitation': { invited: 'invited', inactive: 'invited' },
  accept: { invited: 'active' },
  deactivate: { invited: 'inactive', active: 'inactive' },
  reactivate: { inactive: 'active' },
  archive: { invited: 'archived', active: 'archived', inactive: 'archived' },
  restore: { archived: 'inactive' },
  delete: gone,
} as const satisfies Record<LifeAction, Turns>;

/** Whoever has accepted once is reactivated; whoever never has is sent an invitation: one does not stand for the other. */
const needsAcceptance: Partial<Record<LifeAction, boolean>> = { reactivate: true, 'send-invitation': false };

type Next<A extends LifeAction> = (typeof transitions)[A] extends infer T ? T[keyof T] : never;

/** The status after an action; undefined where it is not possible. */
export function statusAfter<A extends LifeAction>(
  action: A,
  { status, invitation }: Pick<User, 'status' | 'invitation'>,
): Next<A> | undefined {
  const needed = needsAcceptance[action];
  if (needed !== undefined && needed !== (invitation?.acceptedAt !== undefined)) return undefined;
  const turns: Turns = transitions[action];
  return turns[status] as Next<A> | undefined; // a value of that action's row
}
