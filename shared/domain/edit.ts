/** Changing what an organization says of a user: names, role, what is asked of them, and whether they have API access. */
import type { EditUser, UserView } from '../contract/users.ts';
import { isSelf, mayAct } from './actor.ts';
import { apiAccessRefusal } from './api-access.ts';
import type { Change } from './change.ts';
import { type Decision, differences, namesOfDifferences, refuse } from './decision.ts';
import { looksAfter } from './home.ts';
import type { User, UsernameReservation } from './model.ts';
import { next, renamed, turning, type UserCase, viewUser } from './user.ts';
import { usernameFreed, usernameTaken } from './username.ts';

export type EditWish = Omit<EditUser, 'org' | 'user'>;

type EditRefusal =
  | 'role-too-high'
  | 'own-account'
  | 'not-home'
  | 'wrong-status'
  | 'plan-lacks-api-access'
  | 'api-access-excludes-mfa';

/** An edit after which everything is as it was writes nothing. */
export function decideEdit(
  it: UserCase,
  wish: EditWish,
  username: UsernameReservation | undefined,
): Decision<UserView, EditRefusal> {
  const { organization, user, person, now } = it;
  const after = next(user, edited(user, wish));
  const refusal = refusalOf(it, after);
  if (refusal) return refuse(refusal);
  const changes = [
    ...namesOfDifferences(user, after, ['firstName', 'lastName', 'displayName', 'username']),
    ...differences(user, after, ['role', 'requireMfa', 'apiAccess']),
  ];
  if (changes.length === 0) return { ok: true, changes: [], events: [], answer: viewUser(user, now) };
  return {
    ok: true,
    changes: [
      ...(after.apiAccess && touchesAccess(user, after)
        ? [{ do: 'check', entity: organization } as const]
        : []),
      ...turning(organization, { user, person }, { user: after }),
      ...usernameMoved(user, after, username),
    ],
    events: [
      {
        organization: organization.id,
        action: 'user.edited',
        target: { type: 'user', id: user.id },
        changes,
      },
    ],
    answer: viewUser(after, now),
  };
}

/** What is left out stays; a display name that was the plain one stays that. */
function edited(user: User, wish: EditWish): Partial<User> {
  const { firstName = user.firstName, lastName = user.lastName } = wish;
  return {
    ...renamed(user, { firstName, lastName }),
    ...(wish.displayName !== undefined && { displayName: wish.displayName }),
    username: wish.username === null ? undefined : (wish.username ?? user.username),
    role: wish.role ?? user.role,
    requireMfa: wish.requireMfa ?? user.requireMfa,
    apiAccess: wish.apiAccess ?? user.apiAccess,
  };
}

function refusalOf({ actor, organization, user, person }: UserCase, after: User): EditRefusal | undefined {
  if (!mayAct(actor, 'edit', user.role)) return 'role-too-high';
  if (user.status === 'archived') return 'wrong-status';
  if (after.role !== user.role) {
    if (isSelf(actor, user.id)) return 'own-account';
    if (!mayAct(actor, 'edit', after.role)) return 'role-too-high';
  }
  // That a second factor is asked for here is the organization's own; API access is part of the account.
  const isAccount = user.invitation?.acceptedAt !== undefined && after.apiAccess !== user.apiAccess;
  if (isAccount && !looksAfter(organization, person)) return 'not-home';
  return touchesAccess(user, after) ? apiAccessRefusal(organization, after) : undefined;
}

function touchesAccess(user: User, after: User): boolean {
  return user.apiAccess !== after.apiAccess || user.requireMfa !== after.requireMfa;
}

function usernameMoved(user: User, after: User, reservation: UsernameReservation | undefined): Change[] {
  if (after.username === user.username) return [];
  return [...usernameFreed(user, reservation), ...usernameTaken(after)];
}
