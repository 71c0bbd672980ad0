/** What an administrator does to the credentials of a user: only at home, and only on whom their role may manage. */
import type { UserView } from '../contract/users.ts';
import { isSelf, mayAct } from './actor.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { looksAfter } from './home.ts';
import { changingPerson } from './mirror.ts';
import type { Person, User } from './model.ts';
import { endingSessions, hasAccess } from './session.ts';
import { next, type UserCase, viewUser } from './user.ts';

type NotTheirs = 'role-too-high' | 'wrong-status' | 'not-home';

/**
 * Why an administrator may not touch the credentials of a user; undefined where they may. Whether somebody who has not
 * accepted yet has an account elsewhere is not told.
 */
export function credentialsRefusal(it: UserCase): NotTheirs | undefined {
  const notSigningIn = signInRefusal(it);
  if (notSigningIn) return notSigningIn;
  return looksAfter(it.organization, it.person) ? undefined : 'not-home';
}

/** The same for what a membership alone allows. */
function signInRefusal({ actor, user }: UserCase): Exclude<NotTheirs, 'not-home'> | undefined {
  if (!mayAct(actor, 'edit', user.role)) return 'role-too-high';
  const hasCredentials = user.invitation?.acceptedAt !== undefined && user.status !== 'archived';
  return hasCredentials ? undefined : 'wrong-status';
}

/** A link is mailed; nothing else changes until it is used. */
export function decideRequestReset(it: UserCase): Decision<UserView, NotTheirs> {
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  if (it.user.status !== 'active' || !hasAccess(it.person)) return refuse('wrong-status');
  return { ...unchanged(it), events: [told('password.reset-requested', it)] };
}

/** Out everywhere, and the right password opens nothing until a new one is chosen. Once more changes nothing. */
export function decideForceReset(it: UserCase): Decision<UserView, NotTheirs | 'own-account'> {
  const { actor, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  if (person.passwordResetRequiredAt) return { ...unchanged(it), events: [] };
  return {
    ...unchanged(it),
    changes: [changed(person, { passwordResetRequiredAt: now, ...endingSessions(person, now) })],
    events: [told('password.reset-forced', it)],
  };
}

/**
 * Every factor, the recovery codes and a telephone that was not confirmed are gone, and every session is over; Cognito
 * follows.
 * @param users of the person, in all organizations
 */
export function decideResetFactors(
  it: UserCase,
  users: readonly User[],
): Decision<UserView, NotTheirs | 'own-account'> {
  const { actor, user, person, now } = it;
  if (isSelf(actor, user.id)) return refuse('own-account');
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  const cleared = { factors: { recoveryCodes: [] }, factorsChangedAt: now, ...endingSessions(person, now) };
  const { changes, users: turned } = changingPerson(person, cleared, users);
  const after = turned.find(({ organization }) => organization === user.organization) ?? user;
  return { ok: true, changes, events: [told('factors.reset', it)], answer: viewUser(after, it) };
}

/** At home out everywhere, elsewhere out of this one organization. */
export function decideSignOut(it: UserCase): Decision<UserView, Exclude<NotTheirs, 'not-home'>> {
  const { organization, user, person, now } = it;
  const refusal = signInRefusal(it);
  if (refusal) return refuse(refusal);
  const events = [told('user.signed-out', it)];
  if (looksAfter(organization, person))
    return { ...unchanged(it), changes: [changed(person, endingSessions(person, now))], events };
  const after = next(user, endingSessions(person, now));
  // The person turns too, or a sign-in under way would not know whether it came before or after.
  const changes: Change[] = [{ do: 'update', before: user, after }, changed(person, {})];
  return { ok: true, changes, events, answer: viewUser(after, it) };
}

function unchanged(it: UserCase) {
  return { ok: true, changes: [] as Change[], answer: viewUser(it.user, it) } as const;
}

function changed(person: Person, different: Partial<Person>): Change {
  return { do: 'update', before: person, after: next(person, different) };
}

function told(action: EventDraft['action'], { organization, user }: UserCase): EventDraft {
  return { organization: organization.id, action, target: { type: 'user', id: user.id } };
}
