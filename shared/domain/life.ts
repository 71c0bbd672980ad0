import type { UserStatus, UserView } from '../contract/users.ts';
import { isSelf, mayAct } from './actor.ts';
import type { Change } from './change.ts';
import { type Decision, refuse } from './decision.ts';
import type { EmailReservation, Person, User, UsernameReservation } from './model.ts';
import { statusAfter } from './transitions.ts';
import { counting, next, turning, type UserCase, viewUser } from './user.ts';

/** The user is out at the next request, in this organization; where it is their home, everywhere. */
export function decideDeactivate(
  it: UserCase,
): Decision<UserView, 'role-too-high' | 'own-account' | 'wrong-status'> {
  const { actor, organization, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  if (!mayAct(actor, 'deactivate', user.role)) return refuse('role-too-high');
  const status = statusAfter('deactivate', user);
  if (!status) return refuse('wrong-status');
  const ending = person.home === organization.id ? { person: { sessionsValidAfter: now } } : {};
  return turned(it, 'user.deactivated', { status, seated: false, sessionsValidAfter: now }, ending);
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
  { organization, user, person, now }: UserCase,
  action: 'user.deactivated' | 'user.reactivated',
  different: Partial<User> & { status: UserStatus },
  more: { person?: Partial<Person> } = {},
): Decision<UserView, never> {
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
    answer: viewUser(after, now),
  };
}

/** The reservations that go with a user, as far as there are any. */
export type Reserved = { email?: EmailReservation; username?: UsernameReservation };

/** Removes the user; with their last organization the person goes too, and the address is free again. */
export function decideDelete(
  it: UserCase,
  reserved: Reserved,
): Decision<undefined, 'role-too-high' | 'own-account'> {
  const { actor, organization, user } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  if (!mayAct(actor, 'delete', user.role)) return refuse('role-too-high');
  return {
    ok: true,
    changes: [
      { do: 'remove', entity: user },
      ...(reserved.username ? [{ do: 'remove', entity: reserved.username } as const] : []),
      ...personLeaves(it, reserved.email),
      ...counting(organization, user, undefined),
    ],
    events: [
      {
        organization: organization.id,
        action: 'user.deleted',
        target: { type: 'user', id: user.id },
        changes: [
          { field: 'status', before: user.status },
          { field: 'role', before: user.role },
        ],
      },
    ],
    answer: undefined,
  };
}

function personLeaves({ organization, person }: UserCase, email: EmailReservation | undefined): Change[] {
  const { [organization.id]: _, ...memberships } = person.memberships;
  if (Object.keys(memberships).length > 0) {
    return [{ do: 'update', before: person, after: next(person, { memberships }) }];
  }
  return [{ do: 'remove', entity: person }, ...(email ? [{ do: 'remove', entity: email } as const] : [])];
}
