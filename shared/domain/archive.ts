/** Putting a user away, so that seat and address are free and the record stays; and bringing them back. */
import type { UserView } from '../contract/users.ts';
import { isSelf, mayAct } from './actor.ts';
import { personFollows, type Ties } from './belonging.ts';
import type { Change } from './change.ts';
import { type Decision, differences, refuse } from './decision.ts';
import { holderOf, takeAddress } from './email.ts';
import { looksAfter } from './home.ts';
import type { Person, User } from './model.ts';
import { assigning } from './rights.ts';
import { endingSessions } from './session.ts';
import { statusAfter } from './transitions.ts';
import { counting, next, type UserCase, viewUser } from './user.ts';
import { usernameFreed, usernameTaken } from './username.ts';

/** From any status. The username in the record is what is asked for again when they are restored. */
export function decideArchive(
  it: UserCase,
  ties: Ties,
): Decision<UserView, 'role-too-high' | 'own-account' | 'wrong-status'> {
  const { actor, organization, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  if (!mayAct(actor, 'deactivate', user.role)) return refuse('role-too-high');
  const status = statusAfter('archive', user);
  if (!status) return refuse('wrong-status');
  const over = endingSessions(person, now);
  const after = next(user, { status, seated: false, apiAccess: false, ...over });
  const ending = looksAfter(organization, person) ? over : {};
  return moved(it, 'user.archived', after, ties, {
    person: ending,
    also: usernameFreed(user, ties.reserved.username),
  });
}

/**
 * Inactive, with their address; somebody else's by now, it refuses. A username that somebody else has by now stays theirs,
 * and the user comes back without one: it is given anew by editing.
 */
export function decideRestore(
  it: UserCase,
  ties: Ties,
): Decision<UserView, 'role-too-high' | 'wrong-status' | 'address-in-use'> {
  const { actor, user, person } = it;
  if (!mayAct(actor, 'deactivate', user.role)) return refuse('role-too-high');
  const status = statusAfter('restore', user);
  if (!status) return refuse('wrong-status');
  const { email } = ties.reserved;
  const holder = holderOf(email);
  if (holder && holder !== person.id) return refuse('address-in-use');
  const taken = holder ? [] : [takeAddress(person.email, person.id, email)];
  const reserved = ties.reserved.username;
  const isTaken = reserved !== undefined && reserved.person !== user.id;
  const after = next(user, { status, ...(isTaken && { username: undefined }) });
  return moved(it, 'user.restored', after, ties, { also: [...taken, ...usernameTaken(after)] });
}

function moved(
  it: UserCase,
  action: 'user.archived' | 'user.restored',
  after: User,
  ties: Ties,
  more: { person?: Partial<Person>; also: Change[] },
): Decision<UserView, never> {
  const { organization, user } = it;
  const { user: followed = after, changes } = personFollows(it, after, ties, more.person);
  return {
    ok: true,
    changes: [
      { do: 'update', before: user, after: followed },
      ...assigning(user, followed, it.named),
      ...more.also,
      ...changes,
      ...counting(organization, user, followed),
    ],
    events: [
      {
        organization: organization.id,
        action,
        target: { type: 'user', id: user.id },
        changes: [
          ...differences(user, followed, ['status', 'apiAccess']),
          ...(user.username === followed.username ? [] : [{ field: 'username' }]),
        ],
      },
    ],
    answer: viewUser(followed, it),
  };
}
