/** What an administrator may do about the address of a user: as of all credentials, only at home. */
import type { Email } from '../contract/text.ts';
import type { UserView } from '../contract/users.ts';
import { isSelf } from './actor.ts';
import { credentialsRefusal } from './credentials.ts';
import { type Decision, refuse } from './decision.ts';
import { type Addresses, cancelEmailChange, requestEmailChange } from './email-change.ts';
import type { EmailReservation, User } from './model.ts';
import { type UserCase, viewUser } from './user.ts';

type Refusal = NonNullable<ReturnType<typeof credentialsRefusal>>;

/**
 * Asks for a change of somebody's address; whoever wants another for themselves proves that with their password.
 * @param others the person's users in all other organizations
 */
export function decideUserEmailChange(
  it: UserCase,
  others: readonly User[],
  email: Email,
  addresses: Addresses,
): Decision<UserView, Refusal | 'own-account' | 'validation-failed'> {
  const { organization, user, person, now } = it;
  if (isSelf(it.actor, user.id)) return refuse('own-account', { detail: inTheirProfile });
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  const account = { person, users: [user, ...others], home: organization, now };
  return shown(it, requestEmailChange(account, { email, requestedBy: administrator(it) }, addresses));
}

const inTheirProfile = 'Change your own address in your profile, where you are asked for your password.';

export function decideCancelUserEmailChange(
  it: UserCase,
  others: readonly User[],
  before: EmailReservation | undefined,
): Decision<UserView, Refusal> {
  const refusal = credentialsRefusal(it);
  if (refusal) return refuse(refusal);
  const account = { person: it.person, users: [it.user, ...others] };
  return shown(it, cancelEmailChange(account, before, administrator(it)));
}

function administrator({ actor }: UserCase) {
  return 'person' in actor ? actor.person : undefined;
}

/** The decision, answered with the user as they are then. */
function shown<K extends Refusal | 'validation-failed'>(
  it: UserCase,
  decision: Decision<{ users: User[] }, K>,
): Decision<UserView, K> {
  if (!decision.ok) return decision;
  const { organization, user } = it;
  const after = decision.answer.users.find(each => each.organization === organization.id) ?? user;
  return { ...decision, answer: viewUser(after, it) };
}
