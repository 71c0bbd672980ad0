/** What becomes of a person when one of their users is put away, brought back or removed. */
import type { Change } from './change.ts';
import { holderOf, keepsAddress, letGo } from './email.ts';
import { homeFor } from './home.ts';
import { changingPerson, following } from './mirror.ts';
import type { EmailReservation, Person, User, UsernameReservation } from './model.ts';
import { membershipState, type UserCase } from './user.ts';

/** What is reserved for a person: their address, the one that waits to be confirmed, and a user's name. */
export type Reserved = {
  email?: EmailReservation;
  pending?: EmailReservation;
  username?: UsernameReservation;
};

/** What hangs on a user, beside their person. */
export type Ties = {
  /** The person's users in all other organizations. */
  others: readonly User[];
  reserved: Reserved;
};

/**
 * The person follows: their list of memberships, who looks after the account, and what their other users show of that.
 * With the last user they go, and with the last that is not archived their address is free again.
 * @param after the user as they will be; undefined where they go
 * @returns the user, who shows the person as they are then, and the changes of all but the user
 */
export function personFollows(
  { organization, person }: UserCase,
  after: User | undefined,
  { others, reserved }: Ties,
  more: Partial<Person> = {},
): { user: User | undefined; isGone: boolean; changes: Change[] } {
  const { [organization.id]: _, ...elsewhere } = person.memberships;
  const memberships = { ...elsewhere, ...(after && { [organization.id]: membershipState(after) }) };
  if (Object.keys(memberships).length === 0)
    return {
      user: after,
      isGone: true,
      changes: [{ do: 'remove', entity: person }, ...freed(person, reserved)],
    };
  const isAway = !keepsAddress({ ...person, memberships });
  const home = homeFor(person, after ? [after, ...others] : others);
  const different = { ...more, memberships, home, ...(isAway && { emailChange: undefined }) };
  const followed = changingPerson(person, different, others);
  return {
    user: after && following(after, followed.person),
    isGone: false,
    changes: [...followed.changes, ...(isAway ? freed(person, reserved) : [])],
  };
}

/** Their address and the one that waits to be confirmed, as far as they are theirs. */
function freed({ id }: Person, { email, pending }: Reserved): Change[] {
  const own: Change[] = email && holderOf(email) === id ? [{ do: 'remove', entity: email }] : [];
  return [...own, ...letGo(pending, id)];
}
