/**
 * Changing an address: it waits until the new one confirms it, and the old one signs in until then. An address that
 * somebody else has is asked for as any other: the answer is the same, and only who reads what is sent there is told.
 */
import type { Action, Target } from '../contract/events.ts';
import type { PersonId } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import type { Email, Time } from '../contract/text.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import { holdAddress, holderOf, letGo } from './email.ts';
import { domainErrors } from './email-domains.ts';
import { changingPerson } from './mirror.ts';
import type { EmailReservation, Link, Organization, Person, User } from './model.ts';
import { plusMinutes } from './time.ts';

/** How long a change waits to be confirmed. */
const changeMinutes = 180;

/** A person with the users of all their memberships, and the organization that looks after them. */
export type Account = { person: Person; users: readonly User[]; home: Organization | undefined; now: Time };

/** What is reserved of the address that is wanted, and of the one that a change before was to bring. */
export type Addresses = { wanted?: EmailReservation; before?: EmailReservation };

type Wish = { email: Email /** The administrator who asks for it. */; requestedBy?: PersonId };

/** Asks for a change; an earlier one that was not confirmed is called off by it. */
export function requestEmailChange(
  { person, users, home, now }: Account,
  { email, requestedBy }: Wish,
  { wanted, before }: Addresses,
): Decision<{ person: Person; users: User[] }, 'validation-failed'> {
  const errors = [...(email === person.email ? [unchanged] : []), ...(home ? domainErrors(home, email) : [])];
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const generation = person.emailGeneration + 1;
  const expiresAt = plusMinutes(now, changeMinutes);
  const emailChange = { email, requestedAt: now, expiresAt, generation, requestedBy };
  const changed = changingPerson(person, { emailChange, emailGeneration: generation }, users);
  return {
    ok: true,
    changes: [
      ...changed.changes,
      holdAddress({ email, person: person.id, until: expiresAt }, wanted, now),
      ...(before?.email === email ? [] : letGo(before, person.id)),
    ],
    events: [told('email-change.requested', person, requestedBy)],
    answer: changed,
  };
}

const unchanged: FieldError = {
  pointer: '/email',
  code: 'unchanged',
  message: 'is the address that there is already',
};

/** Calls off what was not confirmed, also where its time is over. */
export function cancelEmailChange(
  { person, users }: Pick<Account, 'person' | 'users'>,
  before: EmailReservation | undefined,
  by?: PersonId,
): Decision<{ person: Person; users: User[] }, 'wrong-status'> {
  if (!person.emailChange) return refuse('wrong-status');
  const changed = changingPerson(person, { emailChange: undefined }, users);
  return {
    ok: true,
    changes: [...changed.changes, ...letGo(before, person.id)],
    events: [told('email-change.cancelled', person, by)],
    answer: changed,
  };
}

export type Confirmation = {
  link: Link;
  person: Person;
  users: readonly User[];
  /** What is reserved of the new address, and of the present one. */
  reserved: { wanted?: EmailReservation; present?: EmailReservation };
  now: Time;
};

/**
 * The new address signs in from now on, and the old one is free. Links to choose a password that were mailed to the old
 * one are dead; sessions go on.
 */
export function confirmEmailChange({
  link,
  person,
  users,
  reserved,
  now,
}: Confirmation): Decision<{ email: Email }, 'link-unknown'> {
  const { emailChange } = person;
  const { wanted, present } = reserved;
  const isOpen = emailChange && emailChange.generation === link.generation && now < emailChange.expiresAt;
  if (!isOpen || !wanted?.pendingUntil || wanted.person !== person.id) return refuse('link-unknown');
  const different = {
    email: emailChange.email,
    emailChange: undefined,
    formerEmail: person.email,
    passwordGeneration: person.passwordGeneration + 1,
  };
  const final: Change = { do: 'update', before: wanted, after: confirmed(wanted) };
  return {
    ok: true,
    changes: [
      { do: 'remove', entity: link },
      ...changingPerson(person, different, users).changes,
      final,
      ...(present && holderOf(present) === person.id ? [{ do: 'remove', entity: present } as const] : []),
    ],
    events: [told('email-change.confirmed', person)],
    answer: { email: emailChange.email },
  };
}

function confirmed(reservation: EmailReservation): EmailReservation {
  return { ...reservation, version: reservation.version + 1, pendingUntil: undefined };
}

/** An administrator's deed is about one of their users, one's own about the person. */
function told(action: Action, { id, home }: Person, administrator?: PersonId): EventDraft {
  const target: Target = { type: administrator ? 'user' : 'person', id };
  return { organization: home, action, target, changes: [{ field: 'email' }] };
}
