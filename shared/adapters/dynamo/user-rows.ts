/**
 * What users are found by: small rows beside them, each in a partition of one status and one thing that is looked for, in
 * the order of a list. A user has some 25, which follow from the user alone and are written by whoever follows the
 * table's stream.
 */
import * as z from 'zod/mini';
import { type InvitationHeld, MfaState, UserSort, UserType } from '../../contract/find-users.ts';
import { type OrganizationId, PersonId } from '../../contract/ids.ts';
import { Role } from '../../contract/roles.ts';
import { beginAll, placeIn, positionIn, wordsOf } from '../../contract/user-words.ts';
import type { UserStatus } from '../../contract/users.ts';
import { invitationHeld, mfaStateOf, typeOf, type UserFilter } from '../../domain/find.ts';
import { deliveryOf } from '../../domain/invitation.ts';
import type { User } from '../../domain/model.ts';

/** The facts that seldom change: whatever else is asked, the user is asked. */
export const UserRow = z.object({
  pk: z.string(),
  sk: z.string(),
  id: PersonId,
  role: Role,
  mfa: MfaState,
  kind: UserType,
  approved: z.boolean(),
  words: z.array(z.string()),
  /** Where the user stands in each order but that of activity, which changes all day. */
  places: z.object({ name: z.string(), username: z.string(), email: z.string(), createdAt: z.string() }),
});
export type UserRow = z.output<typeof UserRow>;

/** A word is looked for by its first characters; of a longer beginning, the rest is asked of what is found there. */
export const longestBeginning = 4;

/** Something that is looked for, or an order. */
export type Shelf =
  | { sort: Exclude<UserSort, 'name'> }
  | { word: string }
  | { role: Role }
  | { mfa: MfaState }
  | { type: UserType }
  | { delivery: string }
  | { invitation: InvitationHeld }
  | { approved: false }
  /** A group, a project or a custom role. */
  | { in: string };

export function partitionOf(organization: OrganizationId, status: UserStatus, shelf: Shelf): string {
  const [[what, which]] = Object.entries(shelf) as [[string, unknown]]; // a shelf names one thing
  return `ORG#${organization}#FIND#${status}#${what}=${which}`;
}

/** Every row of a user. */
export function rowsOf(user: User): UserRow[] {
  const { organization, status, id, role, approved } = user;
  const places = {
    ...{ name: placeIn('name', user), username: placeIn('username', user) },
    ...{ email: placeIn('email', user), createdAt: placeIn('createdAt', user) },
  };
  const facts = {
    ...{ id, role, mfa: mfaStateOf(user), kind: typeOf(user), approved, words: wordsOf(user), places },
  };
  return shelvesOf(user).map(shelf => ({
    pk: partitionOf(organization, status, shelf),
    sk: positionIn('sort' in shelf ? shelf.sort : 'name', user),
    ...facts,
  }));
}

function shelvesOf(user: User): Shelf[] {
  const sorts = UserSort.options.filter(sort => sort !== 'name');
  const [delivery, invitation] = [deliveryOf(user)?.state, invitationHeld(user)];
  const memberships = [...user.groups, ...user.projects, ...user.customRoles];
  return [
    ...sorts.map(sort => ({ sort })),
    ...beginningsOf(wordsOf(user)).map(word => ({ word })),
    { role: user.role },
    { mfa: mfaStateOf(user) },
    { type: typeOf(user) },
    ...(delivery ? [{ delivery }] : []),
    ...(invitation ? [{ invitation }] : []),
    ...(user.approved ? [] : [{ approved: false as const }]),
    ...memberships.map(id => ({ in: id })),
  ];
}

/** Each once, however many words begin so. */
function beginningsOf(words: readonly string[]): string[] {
  const beginnings = words.flatMap(word => {
    const characters = [...word].slice(0, longestBeginning);
    return characters.map((_, i) => characters.slice(0, i + 1).join(''));
  });
  return [...new Set(beginnings)];
}

/** Whether the user of a row may be one of those who are looked for; what the row does not know, the user is asked. */
export function mayBeFound(row: UserRow, { roles, types, mfa, approved, words = [] }: UserFilter): boolean {
  return (
    (roles?.includes(row.role) ?? true) &&
    (types?.includes(row.kind) ?? true) &&
    (mfa?.includes(row.mfa) ?? true) &&
    (approved ?? row.approved) === row.approved &&
    beginAll(words, row.words)
  );
}

/** Where the user of a row stands in an order; undefined where only the user knows. */
export function rowPosition(sort: UserSort, { id, role, places }: UserRow): string | undefined {
  if (sort === 'lastActiveAt') return undefined;
  return `${sort === 'role' ? Role.options.indexOf(role) : places[sort]}#${id}`;
}
