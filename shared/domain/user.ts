/** Users as callers see them, and what a change of one entails for the person and the organization's counters. */

import type { OrganizationId } from '../contract/ids.ts';
import type { Time } from '../contract/text.ts';
import type { UserView } from '../contract/users.ts';
import type { Actor } from './actor.ts';
import type { Change } from './change.ts';
import { viewInvitation } from './invitation.ts';
import type { Counter, MembershipState, Organization, Person, User } from './model.ts';
import { pictureUrl } from './picture.ts';
import { type Named, viewRights } from './rights.ts';

/** A user to be changed, by whom, with everything the change may touch. */
export type UserCase = {
  actor: Actor;
  organization: Organization;
  user: User;
  person: Person;
  /** What the user's rights name. */
  named: Named;
  now: Time;
};

export function viewUser(user: User, { named, now }: { named: Named; now: Time }): UserView {
  const { id, organization, firstName, lastName, displayName, username, email, role, status } = user;
  return {
    ...{ id, organization, firstName, lastName, displayName, username, email, role, status },
    ...viewRights(user, named),
    approved: user.approved,
    mfa: { required: user.requireMfa, enrolled: user.factors },
    apiAccess: user.apiAccess,
    pictureUrl: pictureUrl(user.picture, 'list'),
    emailChange: user.emailChange,
    // Whether there is an account elsewhere is nobody's business before the invitation is accepted.
    home: user.home || !user.invitation?.acceptedAt,
    createdAt: user.createdAt,
    lastActiveAt: user.lastActiveAt,
    invitation: viewInvitation(user, now),
    version: user.version,
  };
}

/** Where a user stands, as their person's list of memberships has it. */
export function membershipState({ status, approved }: User): MembershipState {
  return status === 'active' && !approved ? 'unapproved' : status;
}

/** The next version of something, with what is different. */
export function next<T extends { version: number }>(before: T, different: Partial<T>): T {
  return { ...before, ...different, version: before.version + 1 };
}

type Name = Pick<User, 'firstName' | 'lastName'>;

export function plainName({ firstName, lastName }: Name): string {
  return `${firstName} ${lastName}`;
}

/** Whoever was shown under their plain name is shown under the new one; a chosen display name stays. */
export function renamed(user: User, { firstName, lastName }: Name): Name & Pick<User, 'displayName'> {
  const plain = user.displayName === plainName(user);
  const displayName = plain ? plainName({ firstName, lastName }) : user.displayName;
  return { firstName, lastName, displayName };
}

/** How the counters move when a user turns from one state into another (or appears, or goes). */
export function countersMoved(
  before: User | undefined,
  after: User | undefined,
): Partial<Record<Counter, number>> {
  const moved: Partial<Record<Counter, number>> = {};
  const add = (counter: Counter, by: number) => {
    moved[counter] = (moved[counter] ?? 0) + by;
  };
  for (const [user, by] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!user) continue;
    add(user.status, by);
    if (user.seated) add('seats', by);
    if (user.role === 'owner' && user.status === 'active') add('owners', by);
    if (user.apiAccess) add('apiUsers', by);
  }
  return Object.fromEntries(Object.entries(moved).filter(([, by]) => by !== 0));
}

/** The counting step for such a turn; none where nothing countable changed. */
export function counting(
  organization: Organization,
  before: User | undefined,
  after: User | undefined,
): Change[] {
  return countingAll(organization, [[before, after]]);
}

type Moved = Partial<Record<Counter, number>>;

/** What several movements of counters come to together, without those that stay where they were. */
export function addedUp(all: readonly Moved[]): Moved {
  const sum: Moved = {};
  for (const moved of all)
    for (const [counter, by] of Object.entries(moved) as [Counter, number][]) // a key of that record
      sum[counter] = (sum[counter] ?? 0) + by;
  return Object.fromEntries(Object.entries(sum).filter(([, by]) => by !== 0));
}

type Turn = readonly [before: User | undefined, after: User | undefined];

/** One counting step for several turns. */
export function countingAll(organization: Organization, turns: readonly Turn[]): Change[] {
  const add = addedUp(turns.map(([before, after]) => countersMoved(before, after)));
  if (Object.keys(add).length === 0) return [];
  return [{ do: 'count', organization: organization.id, add, seatLimit: organization.seats }];
}

type Before = { user: User; person: Person };
type After = { user: User; person?: Partial<Person> };

/** The person once one of their users has turned: with its status in their list of memberships. */
export function personTurned({ id }: { id: OrganizationId }, { user, person }: Before, after: After): Person {
  const state = membershipState(after.user);
  if (membershipState(user) === state && !after.person) return person;
  return next(person, { ...after.person, memberships: { ...person.memberships, [id]: state } });
}

/** Everything that one user's turn entails: the user, the person's list of memberships, and the counters. */
export function turning(organization: Organization, before: Before, after: After): Change[] {
  const person = personTurned(organization, before, after);
  return [
    { do: 'update', before: before.user, after: after.user },
    ...(person === before.person ? [] : [{ do: 'update', before: before.person, after: person } as const]),
    ...counting(organization, before.user, after.user),
  ];
}
