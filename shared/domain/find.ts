/** By what users are found: their words, what filters ask of them, and where they stand in an order. */
import type { MfaState, UserSort, UserType } from '../contract/find-users.ts';
import type { GroupId, ProjectId, RoleId } from '../contract/ids.ts';
import type { DeliveryState } from '../contract/invitations.ts';
import { Role } from '../contract/roles.ts';
import type { Time } from '../contract/text.ts';
import type { UserStatus } from '../contract/users.ts';
import { folded } from './folded.ts';
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
  approved?: boolean;
  /** Last active from this moment on. */
  activeFrom?: Time;
  /** Last active before this moment. */
  activeBefore?: Time;
};

type Named = Pick<User, 'firstName' | 'lastName' | 'displayName' | 'username' | 'email'>;

/** So many words of one user are found: a name may have a hundred. */
const mostWords = 16;

/**
 * Everything whose beginning finds a user: the words of their names, their username and address whole, and the parts of
 * both.
 */
export function wordsOf({ firstName, lastName, displayName, username = '', email }: Named): string[] {
  const [local = '', domain = ''] = email.split('@');
  const names = [firstName, lastName, displayName].flatMap(inWords);
  const words = [...names, email, ...partsOf(local), domain, username, ...partsOf(username)];
  return [...new Set(words.map(folded))].filter(Boolean).slice(0, mostWords);
}

/** What somebody types, as the beginnings of words. */
export function wordsIn(typed: string): string[] {
  return [...new Set(inWords(typed).map(folded))].filter(Boolean).slice(0, mostWords);
}

/** A word with a dash or an apostrophe is found by its parts, too, and by itself. */
const inWords = (text: string) => text.split(/[\s,;()]+/);
const partsOf = (text: string) => text.split(/[._+'’-]+/);

/** Whether each of these begins one of those. */
export function beginAll(words: readonly string[], of: readonly string[]): boolean {
  return words.every(word => of.some(known => known.startsWith(word)));
}

export function mfaStateOf({ factors }: Pick<User, 'factors'>): MfaState {
  return factors.length > 0 ? 'enrolled' : 'none';
}

export function typeOf({ home }: Pick<User, 'home'>): UserType {
  return home ? 'own' : 'guest';
}

/** Whether a user is one of those who are looked for. */
export function isFound(user: User, filter: UserFilter): boolean {
  const { activeFrom, activeBefore } = filter;
  const delivery = deliveryOf(user)?.state;
  return (
    filter.statuses.includes(user.status) &&
    isOneOf(filter.roles, user.role) &&
    isOneOf(filter.types, typeOf(user)) &&
    isOneOf(filter.mfa, mfaStateOf(user)) &&
    isOneOf(filter.groups, ...user.groups) &&
    isOneOf(filter.projects, ...user.projects) &&
    isOneOf(filter.customRoles, ...user.customRoles) &&
    isOneOf(filter.delivery, ...(delivery ? [delivery] : [])) &&
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

/** Where a user stands in an order, as text that sorts so. With `#` and their id after it, no two stand in one place. */
export function placeIn(sort: UserSort, user: User): string {
  switch (sort) {
    case 'name':
      return folded(`${user.firstName} ${user.lastName}`);
    case 'username':
      return user.username ?? '';
    case 'email':
      return user.email;
    case 'role':
      return String(Role.options.indexOf(user.role));
    case 'createdAt':
      return user.createdAt;
    case 'lastActiveAt':
      return user.lastActiveAt ?? '';
  }
}

/** The same with their id: one place for each. */
export function positionIn(sort: UserSort, user: User): string {
  return `${placeIn(sort, user)}#${user.id}`;
}
