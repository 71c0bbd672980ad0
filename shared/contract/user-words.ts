/** By what users are found and sorted, which the server and the page both go by: their words, and their places in an order. */
import type { UserSort } from './find-users.ts';
import { folded } from './folded.ts';
import { Role } from './roles.ts';
import type { UserView } from './users.ts';

type Named = Pick<UserView, 'firstName' | 'lastName' | 'displayName' | 'username' | 'email'>;

/** So many words of one user are found: a name may have a hundred. */
const mostWords = 16;

/**
 * Everything whose beginning finds a user: the words of their names, their username and address, each whole and in the
 * parts that dashes, apostrophes and dots make of it.
 */
export function wordsOf({ firstName, lastName, displayName, username = '', email }: Named): string[] {
  const [local = '', domain = ''] = email.split('@');
  const names = [firstName, lastName, displayName].flatMap(inWords);
  const parts = [...names, local, username].flatMap(partsOf);
  const words = [...names, email, username, ...parts, domain];
  return [...new Set(words.map(folded))].filter(Boolean).slice(0, mostWords);
}

/** What somebody types, as the beginnings of words. */
export function wordsIn(typed: string): string[] {
  return [...new Set(inWords(typed).map(folded))].filter(Boolean).slice(0, mostWords);
}

const inWords = (text: string) => text.split(/[\s,;()]+/);
const partsOf = (text: string) => text.split(/[._+'’-]+/);

/** Whether each of these begins one of those. */
export function beginAll(words: readonly string[], of: readonly string[]): boolean {
  return words.every(word => of.some(known => known.startsWith(word)));
}

type Placed = Pick<
  UserView,
  'id' | 'firstName' | 'lastName' | 'username' | 'email' | 'role' | 'createdAt' | 'lastActiveAt'
>;

/** Where a user stands in an order, as text that sorts so. With `#` and their id after it, no two stand in one place. */
export function placeIn(sort: UserSort, user: Placed): string {
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
export function positionIn(sort: UserSort, user: Placed): string {
  return `${placeIn(sort, user)}#${user.id}`;
}
