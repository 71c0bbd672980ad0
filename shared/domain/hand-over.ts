/** Handing an organization over: somebody else is its owner from then on, and whoever was is an admin. */
import type { UserView } from '../contract/users.ts';
import type { Change } from './change.ts';
import { type Decision, differences, refuse } from './decision.ts';
import { mayGrant } from './may-grant.ts';
import type { User } from './model.ts';
import { assigning } from './rights.ts';
import { countingAll, next, type UserCase, viewUser } from './user.ts';

type HandOverRefusal = 'own-account' | 'wrong-status' | 'role-too-high';

/**
 * In one step, so that there is an owner at every moment.
 * @param it whom it is handed to
 * @param giver the user as whom the actor hands it over
 */
export function decideHandOver(it: UserCase, giver: User | undefined): Decision<UserView, HandOverRefusal> {
  const { actor, organization, user, named } = it;
  if (giver?.id === user.id) return refuse('own-account');
  if (giver?.role !== 'owner' || giver.status !== 'active') return refuse('role-too-high');
  if (user.status !== 'active' || !user.approved) return refuse('wrong-status');
  const after: User = next(user, { role: 'owner', projects: [] });
  const target = { is: 'user', id: user.id, before: user } as const;
  const granted = mayGrant({ actor, holdings: 'everything' }, target, { rights: after }, named);
  if (!granted.ok) return refuse('role-too-high'); // an owner holds everything, and is somebody else
  const former: User = next(giver, { role: 'admin' });
  const changes: Change[] = [
    { do: 'update', before: user, after },
    { do: 'update', before: giver, after: former },
    ...assigning(user, after, named),
    ...countingAll(organization, [
      [user, after],
      [giver, former],
    ]),
  ];
  const event = {
    organization: organization.id,
    action: 'ownership.handed-over',
    target: { type: 'user', id: user.id },
    changes: [{ field: 'owner', before: giver.id, after: user.id }, ...differences(user, after, ['role'])],
  } as const;
  return {
    ok: true,
    changes,
    events: [{ ...event, changes: [...event.changes] }],
    answer: viewUser(after, it),
  };
}
