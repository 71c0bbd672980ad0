/** Correcting the address of somebody who has never accepted, for example after a bounce. */
import type { InvitationId, PersonId } from '../contract/ids.ts';
import type { Email } from '../contract/text.ts';
import type { UserView } from '../contract/users.ts';
import { apiAccessRefusal } from './api-access.ts';
import type { Ties } from './belonging.ts';
import { type Change, isTooMuchAtOnce } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { domainErrors } from './email-domains.ts';
import type { Holdings } from './holdings.ts';
import { isMember, joining } from './invite.ts';
import type { Invitee, InvitePlan } from './invitee.ts';
import { removing } from './life.ts';
import { mayGrant } from './may-grant.ts';
import type { User, UsernameReservation } from './model.ts';
import { type ResendWish, sendRefusal, sentAgain } from './send.ts';
import { tallied } from './tallied.ts';
import { countingAll, next, type UserCase, viewUser } from './user.ts';
import { usernameTaken } from './username.ts';

/** The right address, whose it is, and ids to use where something new is made. */
export type Correction = ResendWish &
  Invitee & {
    email: Email;
    /** What the actor holds. */
    holdings: Holdings;
    fresh: { person: PersonId; invitation: InvitationId };
  };

/**
 * The user goes as if deleted, and the right address is invited in their place with all that was said of them: by whoever
 * may give that to somebody new. So nobody is told whether the one address or the other is known elsewhere, and neither is
 * touched but here.
 */
export function decideCorrect(
  it: UserCase,
  correction: Correction,
  ties: Ties,
): Decision<UserView, CorrectRefusal> {
  const refusal = sendRefusal(it);
  if (refusal) return refuse(refusal);
  const errors = domainErrors(it.organization, correction.email);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  if (isTheirs(it, correction)) return sentAgain(it, correction, correction.email);
  const plan = planOf(it, correction);
  const granted = mayGrant(plan, { is: 'invitee' }, { rights: plan.wish }, plan.about);
  if (!granted.ok) return granted;
  if (isMember(plan)) return refuse('already-member');
  return replaced(it, plan, ties);
}

type CorrectRefusal =
  | 'role-too-high'
  | 'beyond-own-access'
  | 'wrong-status'
  | 'validation-failed'
  | 'already-member';

function replaced(it: UserCase, plan: InvitePlan, ties: Ties): Decision<UserView, 'validation-failed'> {
  const { user, organization } = it;
  const joined = joining(plan);
  const left = removing(it, ties);
  const changes = [
    ...tallied([...left.changes, ...joined.changes]),
    ...usernameMoved(joined.user, ties.reserved.username),
    ...countingAll(organization, [
      [user, undefined],
      [plan.former, joined.user],
    ]),
  ];
  if (isTooMuchAtOnce(changes)) return refuse('validation-failed', { errors: [tooMuch] });
  const events = [replacedBy(joined.user, left.event), joined.event];
  return { ok: true, changes, events, answer: viewUser(joined.user, it) };
}

const tooMuch = {
  pointer: '/email',
  code: 'too-much-at-once',
  message:
    'is of somebody in so many groups and projects that not all can move at once: take some away first',
};

/** Whether the user themselves goes by that address elsewhere, or is about to: only where their invitation goes is new. */
function isTheirs({ user }: UserCase, { known, claimant }: Correction): boolean {
  return (known ?? claimant)?.id === user.id;
}

function planOf(it: UserCase, correction: Correction): InvitePlan {
  const { actor, organization, user, now } = it;
  const { invitation, firstName, lastName, displayName, username, role, requireMfa } = user;
  const { access, customRoles, groups, projects } = user;
  const { email, holdings, fresh, known, former, reservation, claimant } = correction;
  const wish = {
    ...{ firstName, lastName, displayName, username, email, role, requireMfa },
    ...{ access, customRoles, groups, projects },
    apiAccess: user.apiAccess && !apiAccessRefusal(organization, user),
    note: correction.note ?? invitation?.note,
    language: invitation?.language,
    expiresInMinutes: correction.expiresInMinutes ?? invitation?.lifeMinutes,
    sendInvitation: true,
  };
  return {
    ...{ actor, organization, wish, known, former, reservation, claimant, fresh, now },
    ...{ about: { ...it.named, applications: [] }, holdings },
    vouchers: invitation?.vouchers,
  };
}

/** So that the trail leads from one to the other. */
function replacedBy({ id }: User, event: EventDraft): EventDraft {
  return { ...event, changes: [...(event.changes ?? []), { field: 'replacement', after: id }] };
}

function usernameMoved(user: User, reservation: UsernameReservation | undefined): Change[] {
  if (!reservation) return usernameTaken(user);
  return [{ do: 'update', before: reservation, after: next(reservation, { person: user.id }) }];
}
