/** Letting somebody in who waits for it: what a partner does for the organizations that it looks after. */
import type { UserView } from '../contract/users.ts';
import { type Decision, differences, refuse } from './decision.ts';
import type { User } from './model.ts';
import { next, turning, type UserCase, viewUser } from './user.ts';

/** Before they accept or after; whoever is inactive or archived is let in by nobody. */
export function awaitsApproval({ approved, status }: User): boolean {
  return !approved && (status === 'invited' || status === 'active');
}

export function decideApprove(it: UserCase): Decision<UserView, 'wrong-status'> {
  const { organization, user, person } = it;
  if (!awaitsApproval(user)) return refuse('wrong-status');
  const after = next(user, { approved: true, approver: undefined });
  return {
    ok: true,
    changes: turning(organization, { user, person }, { user: after }),
    events: [
      {
        organization: organization.id,
        action: 'user.approved',
        target: { type: 'user', id: user.id },
        changes: differences(user, after, ['approved']),
      },
    ],
    answer: viewUser(after, it),
  };
}
