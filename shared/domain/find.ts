/** By what users are found: their words, what filters ask of them, and where they stand in an order. */
import type { InvitationHeld, MfaState, UserType } from '../contract/find-users.ts';
import type { GroupId, ProjectId, RoleId } from '../contract/ids.ts';
import type { DeliveryState } from '../contract/invitations.ts';
import type { Role } from '../contract/roles.ts';
import type { Time } from '../contract/text.ts';
import { beginAll, wordsOf } from '../contract/user-words.ts';
import type { UserStatus } from '../contract/users.ts';
import { deliveryOf } from './invitation.ts';
import type { User } from './model.ts';

/** Whom to find. Of each list one must fit, of the words all; what is left out is not asked. */
export type UserFilter = {
  statuses: readonly UserStatus[];
  /** Folded; each is the beginning of a word. */
  words?: readonly string[];
  roles?: readonly Role[];
  types?: readonly UserType[];
  groups?: readonly GroupId[];
  projects?: readonly ProjectId[];
  customRoles?: readonly RoleId[];
  mfa?: readonly MfaState[];
  delivery?: readonly DeliveryState[];
  invitations?: readonly InvitationHeld[];
  approved?: boolean;
  /** Last active from this moment on. */
  activeFrom?: Time;
  /** Last active before this moment. */
  activeBefore?: Time;
};

/** Of whom one thing is asked, which each has in one way: they can be counted without a look at them. */
export type CountedUsers = Pick<UserFilter, 'statuses'> &
  ({ delivery: [DeliveryState] } | { invitations: [InvitationHeld] } | { approved: false });

export function mfaStateOf({ factors }: Pick<User, 'factors'>): MfaState {
  return factors.length > 0 ? 'enrolled' : 'none';
}

/** Whether somebody counts among those whose account a second factor guards. */
export function isCovered(user: User | undefined): boolean {
  return user?.status === 'active' && mfaStateOf(user) === 'enrolled';
}

export function typeOf({ home }: Pick<User, 'home'>): UserType {
  return home ? 'own' : 'guest';
}

/** What the stored seat says, since finding has no clock: it is freed soon after an invitation has run out. */
export function invitationHeld({
  status,
  seated,
}: Pick<User, 'status' | 'seated'>): InvitationHeld | undefined {
  if (status !== 'invited') return undefined;
  return seated ? 'open' : 'none';
}

/** Whether a user is one of those who are looked for. */
export function isFound(user: User, filter: UserFilter): boolean {
  const { activeFrom, activeBefore } = filter;
  const [delivery, invitation] = [deliveryOf(user)?.state, invitationHeld(user)];
  return (
    filter.statuses.includes(user.status) &&
    isOneOf(filter.roles, user.role) &&
    isOneOf(filter.types, typeOf(user)) &&
    isOneOf(filter.mfa, mfaStateOf(user)) &&
    isOneOf(filter.groups, ...user.groups) &&
    isOneOf(filter.projects, ...user.projects) &&
    isOneOf(filter.customRoles, ...user.customRoles) &&
    isOneOf(filter.delivery, ...(delivery ? [delivery] : [])) &&
    isOneOf(filter.invitations, ...(invitation ? [invitation] : [])) &&
    (filter.approved === undefined || filter.approved === user.approved) &&
    (!activeFrom || (user.lastActiveAt ?? '') >= activeFrom) &&
    (!activeBefore || (user.lastActiveAt ?? '~') < activeBefore) &&
    beginAll(filter.words ?? [], filter.words ? wordsOf(user) : [])
  );
}

/** Whether any of what somebody has is wanted; where nothing is wanted, everything fits. */
function isOneOf<T>(wanted: readonly T[] | undefined, ...has: readonly T[]): boolean {
  return !wanted || has.some(each => wanted.includes(each));
}
