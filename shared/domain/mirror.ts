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
 * A change of the person, and of every one of their users who shows what has changed. Where they have not accepted
 * yet, nothing of them is shown: an organization learns of an account elsewhere from the acceptance, not before.
 * @param users of all their memberships
 */
export function changingPerson(
  person: Person,
  different: Partial<Person>,
  users: readonly User[],
): { person: Person; users: User[]; changes: Change[] } {
  const after = next(person, different);
  const shown = mirrored(after);
  const moved = (user: User) =>
    user.invitation?.acceptedAt && JSON.stringify(pick(user)) !== JSON.stringify(shown);
  const turned = users.map(user => (moved(user) ? next(user, shown) : user));
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

function pick({ email, emailChange, factors, picture }: User): Mirrored {
  return { email, emailChange, factors, picture };
}
