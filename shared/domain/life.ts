import type { UserStatus, UserView } from '../contract/users.ts';
import { isSelf, mayAct } from './actor.ts';
import { personFollows, type Ties } from './belonging.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { looksAfter } from './home.ts';
import type { Person, User } from './model.ts';
import { assigning } from './rights.ts';
import { endingSessions } from './session.ts';
import { statusAfter } from './transitions.ts';
import { counting, next, turning, type UserCase, viewUser } from './user.ts';
import { usernameFreed } from './username.ts';

/** The user is out at the next request, in this organization; where it is their home, everywhere. */
export function decideDeactivate(
  it: UserCase,
): Decision<UserView, 'role-too-high' | 'own-account' | 'wrong-status'> {
  const { actor, organization, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  if (!mayAct(actor, 'deactivate', user.role)) return refuse('role-too-high');
  const status = statusAfter('deactivate', user);
  if (!status) return refuse('wrong-status');
  const over = endingSessions(person, now);
  const ending = looksAfter(organization, person) ? { person: over } : {};
  return turned(it, 'user.deactivated', { status, seated: false, ...over }, ending);
}

/** Back to active, for somebody who had accepted before; whoever never did is sent an invitation instead. */
export function decideReactivate(it: UserCase): Decision<UserView, 'role-too-high' | 'wrong-status'> {
  const { actor, user } = it;
  if (!mayAct(actor, 'deactivate', user.role)) return refuse('role-too-high');
  const status = statusAfter('reactivate', user);
  if (!status) return refuse('wrong-status');
  return turned(it, 'user.reactivated', { status, seated: true });
}

function turned(
  it: UserCase,
  action: 'user.deactivated' | 'user.reactivated',
  different: Partial<User> & { status: UserStatus },
  more: { person?: Partial<Person> } = {},
): Decision<UserView, never> {
  const { organization, user, person } = it;
  const after = next(user, different);
  return {
    ok: true,
    changes: turning(organization, { user, person }, { user: after, ...more }),
    events: [
      {
        organization: organization.id,
        action,
        target: { type: 'user', id: user.id },
        changes: [{ field: 'status', before: user.status, after: after.status }],
      },
    ],
    answer: viewUser(after, it),
  };
}

/**
 * Removes the user; with their last organization the person goes too, and the address is free again. Possible in every
 * status, as the table of transitions has it.
 */
export function decideDelete(it: UserCase, ties: Ties): Decision<undefined, 'role-too-high' | 'own-account'> {
  const { actor, organization, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  if (!mayAct(actor, 'delete', user.role)) return refuse('role-too-high');
  const ending = looksAfter(organization, person) ? endingSessions(person, now) : {};
  const { changes, event } = removing(it, ties, ending);
  return {
    ok: true,
    changes: [
      ...changes,
      ...usernameFreed(user, ties.reserved.username),
      ...counting(organization, user, undefined),
    ],
    events: [event],
    answer: undefined,
  };
}

/** The user goes, but for their username and what the organization counts. */
export function removing(
  it: UserCase,
  ties: Ties,
  more: Partial<Person> = {},
): { changes: Change[]; event: EventDraft } {
  const { organization, user, person } = it;
  const { isGone, changes } = personFollows(it, undefined, ties, more);
  const { picture } = person;
  return {
    changes: [{ do: 'remove', entity: user }, ...assigning(user, undefined, it.named), ...changes],
    event: {
      organization: organization.id,
      action: 'user.deleted',
      target: { type: 'user', id: user.id },
      changes: [
        { field: 'status', before: user.status },
        { field: 'role', before: user.role },
        // By their name the files of a picture are found, which nobody shows any more.
        ...(isGone && picture ? [{ field: 'picture', before: picture }] : []),
      ],
    },
  };
}
