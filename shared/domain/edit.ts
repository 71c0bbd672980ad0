/** Changing what an organization says of a user: names, role, what is asked of them, and whether they have API access. */
import type { Difference } from '../contract/events.ts';
import type { EditUser, UserView } from '../contract/users.ts';
import { mayAct } from './actor.ts';
import { apiAccessRefusal } from './api-access.ts';
import { type Change, isTooMuchAtOnce } from './change.ts';
import { type Decision, differences, type Failure, namesOfDifferences, refuse } from './decision.ts';
import type { Holdings } from './holdings.ts';
import { looksAfter } from './home.ts';
import { mayGrant } from './may-grant.ts';
import type { Invitation, User, UsernameReservation } from './model.ts';
import { assigning, type Known, rightsErrors } from './rights.ts';
import { next, renamed, turning, type UserCase, viewUser } from './user.ts';
import { usernameFreed, usernameTaken } from './username.ts';
import { vouchedFor } from './vouchers.ts';

export type EditWish = Omit<EditUser, 'org' | 'user'>;

type EditRefusal =
  | 'role-too-high'
  | 'beyond-own-access'
  | 'project-needs-role-user'
  | 'validation-failed'
  | 'own-account'
  | 'not-home'
  | 'wrong-status'
  | 'plan-lacks-api-access'
  | 'api-access-excludes-mfa';

/** An edit after which everything is as it was writes nothing. */
export function decideEdit(
  it: UserCase,
  wish: EditWish,
  around: EditedAround,
): Decision<UserView, EditRefusal> {
  const { organization, user, person } = it;
  const { about } = around;
  const after = next(user, edited(it, wish));
  const refusal = refusalOf(it, after);
  if (refusal) return refuse(refusal);
  const refused = rightsRefusal(it, after, wish, around);
  if (refused) return refused;
  const told = [
    ...namesOfDifferences(user, after, ['firstName', 'lastName', 'displayName', 'username']),
    ...differences(user, after, ['role', 'requireMfa', 'apiAccess']),
    ...listedDifferences(user, after),
  ];
  if (told.length === 0) return { ok: true, changes: [], events: [], answer: viewUser(user, it) };
  const changes: Change[] = [
    ...(after.apiAccess && touchesAccess(user, after)
      ? [{ do: 'check', entity: organization } as const]
      : []),
    ...turning(organization, { user, person }, { user: after }),
    ...usernameMoved(user, after, around.username),
    ...assigning(user, after, about),
  ];
  if (isTooMuchAtOnce(changes)) return refuse('validation-failed', { errors: [tooMuch] });
  const target = { type: 'user', id: user.id } as const;
  return {
    ok: true,
    changes,
    events: [{ organization: organization.id, action: 'user.edited', target, changes: told }],
    answer: viewUser(after, { named: about, now: it.now }),
  };
}

/** Why somebody is not to have what they would have. */
function rightsRefusal(
  { actor, user }: UserCase,
  after: User,
  wish: EditWish,
  { holdings, about }: EditedAround,
): { ok: false; failure: Failure<EditRefusal> } | undefined {
  const target = { is: 'user', id: user.id, before: user } as const;
  const granted = mayGrant({ actor, holdings }, target, { rights: after }, about);
  if (!granted.ok) return granted;
  if (wish.projects?.length && after.role !== 'user') return refuse('project-needs-role-user');
  const errors = givesRights(wish) ? rightsErrors(after, user, about) : [];
  return errors.length > 0 ? refuse('validation-failed', { errors }) : undefined;
}

const tooMuch = {
  pointer: '/groups',
  code: 'too-much-at-once',
  message: 'change with the projects more than fits one step: change some first, and then the others',
};

/** What an edit is judged by, beside the user. */
export type EditedAround = {
  username: UsernameReservation | undefined;
  /** What the user's rights name, before and after. */
  about: Known;
  /** What the actor holds. */
  holdings: Holdings;
};

function givesRights({ role, access, customRoles, groups, projects }: EditWish): boolean {
  return [role, access, customRoles, groups, projects].some(given => given !== undefined);
}

/** Lists by what they hold, not by which list it is. */
function listedDifferences(before: User, after: User): Difference[] {
  const lists = ['access', 'customRoles', 'groups', 'projects'] as const;
  return lists
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }));
}

/** What is left out stays; a display name that was the plain one stays that. Projects go with the role `user`. */
function edited({ user, actor }: UserCase, wish: EditWish): Partial<User> {
  const role = wish.role ?? user.role;
  const isVouched = givesRights(wish) && user.invitation && !user.invitation.acceptedAt;
  const { firstName = user.firstName, lastName = user.lastName } = wish;
  return {
    ...renamed(user, { firstName, lastName }),
    ...(wish.displayName !== undefined && { displayName: wish.displayName }),
    username: wish.username === null ? undefined : (wish.username ?? user.username),
    role,
    access: wish.access ?? user.access,
    customRoles: wish.customRoles ?? user.customRoles,
    groups: wish.groups ?? user.groups,
    projects: role === 'user' ? (wish.projects ?? user.projects) : [],
    ...(isVouched && {
      invitation: {
        ...user.invitation,
        vouchers: vouchedFor(user.invitation?.vouchers, actor),
      } as Invitation,
    }),
    requireMfa: wish.requireMfa ?? user.requireMfa,
    apiAccess: wish.apiAccess ?? user.apiAccess,
  };
}

function refusalOf({ actor, organization, user, person }: UserCase, after: User): EditRefusal | undefined {
  if (!mayAct(actor, 'edit', user.role)) return 'role-too-high';
  if (user.status === 'archived') return 'wrong-status';
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
