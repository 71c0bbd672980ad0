/** What a person's users show of them, so that a list of users needs no second look: kept in step with the person. */
import type { Change } from './change.ts';
import { enrolledFactors } from './factors.ts';
import type { Person, User } from './model.ts';
import { next } from './user.ts';

type Mirrored = Pick<User, 'email' | 'emailChange' | 'factors' | 'picture'>;

/** The person's facts as their users carry them. */
export function mirrored(person: Person): Mirrored {
  const { email, emailChange, picture } = person;
  const shown = emailChange && {
    email: emailChange.email,
    requestedAt: emailChange.requestedAt,
    expiresAt: emailChange.expiresAt,
  };
  return { email, emailChange: shown, factors: enrolledFactors(person), picture };
}

/**
 * A user as they show the person now; the same one where nothing is different. Where they have not accepted yet, nothing
 * of the person is shown: an organization learns of an account elsewhere from the acceptance, not before.
 */
export function following(user: User, person: Person): User {
  if (!user.invitation?.acceptedAt) return user;
  const shown = { ...mirrored(person), home: person.home === user.organization };
  const { email, emailChange, factors, picture, home } = user;
  const isSame = JSON.stringify({ email, emailChange, factors, picture, home }) === JSON.stringify(shown);
  return isSame ? user : { ...user, ...shown };
}

/**
 * A change of the person, and of every one of their users who shows what has changed.
 * @param users of all their memberships, each as they are stored
 */
export function changingPerson(
  person: Person,
  different: Partial<Person>,
  users: readonly User[],
): { person: Person; users: User[]; changes: Change[] } {
  const after = next(person, different);
  const turned = users.map(user => {
    const followed = following(user, after);
    return followed === user ? user : next(user, followed);
  });
  return {
    person: after,
    users: turned,
    changes: [
      { do: 'update', before: person, after },
      ...turned.flatMap((user, i): Change[] => {
        const before = users[i];
        return before && before !== user ? [{ do: 'update', before, after: user }] : [];
      }),
    ],
  };
}
