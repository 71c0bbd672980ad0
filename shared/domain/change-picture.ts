/** Which picture of somebody is shown. Its files are kept before, and those of the one before go once that is told. */
import type { PersonId } from '../contract/ids.ts';
import type { UserView } from '../contract/users.ts';
import { credentialsRefusal } from './credentials.ts';
import { type Decision, refuse } from './decision.ts';
import { changingPerson } from './mirror.ts';
import type { Person, User } from './model.ts';
import { type UserCase, viewUser } from './user.ts';

/** A person with the users of all their memberships. */
type Pictured = { person: Person; users: readonly User[] };

/**
 * Once more the same changes nothing, so that an answer that was lost can be asked for again.
 * @param name of the picture's files; undefined for none
 */
export function decidePicture(
  { person, users }: Pictured,
  name: string | undefined,
  administrator?: PersonId,
): Decision<{ person: Person; users: readonly User[] }, never> {
  const { id, home, picture: before } = person;
  if (before === name) return { ok: true, changes: [], events: [], answer: { person, users } };
  const { changes, ...answer } = changingPerson(person, { picture: name }, users);
  return {
    ok: true,
    changes,
    events: [
      {
        organization: home,
        action: name ? 'picture.changed' : 'picture.removed',
        target: { type: administrator ? 'user' : 'person', id },
        // Says nothing of the person, and finds the files that nobody shows any more.
        changes: [{ field: 'picture', ...(before && { before }) }],
      },
    ],
    answer,
  };
}

/**
 * The same by an administrator, who may where they may touch the rest of the account.
 * @param others the person's users in all other organizations
 */
export function decideUserPicture(
  it: UserCase,
  others: readonly User[],
  name: string | undefined,
): Decision<UserView, NonNullable<ReturnType<typeof credentialsRefusal>>> {
  const { actor, person, user } = it;
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  const administrator = 'person' in actor ? actor.person : undefined;
  const decision = decidePicture({ person, users: [user, ...others] }, name, administrator);
  if (!decision.ok) return decision;
  const [after = user] = decision.answer.users;
  return { ...decision, answer: viewUser(after, it) };
}
