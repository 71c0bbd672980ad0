/** Who gets in once their password and their second factor were right. */
import { enrolledFactors, lacksFactor } from './factors.ts';
import type { Organization, Person, User } from './model.ts';
import { hasAccess } from './session.ts';

export type Membership = { organization: Organization; user: User };

export type NotIn =
  | 'no-active-membership'
  | 'awaiting-approval'
  | 'organization-suspended'
  | 'password-reset-required'
  | 'second-factor-unavailable';

/**
 * Why somebody does not get in; undefined when they do. Whom one organization lets in, gets in; which of the others are
 * suspended they see there.
 * @param memberships where they are active
 * @param challenged whether a second factor was asked for. Where one is enrolled and Cognito did not ask, the two are
 *   out of step, and a password alone is not enough.
 */
export function whyNotIn(
  { person, memberships }: { person: Person; memberships: readonly Membership[] },
  challenged: boolean,
): NotIn | undefined {
  if (!hasAccess(person))
    return Object.values(person.memberships).includes('unapproved')
      ? 'awaiting-approval'
      : 'no-active-membership';
  if (person.passwordResetRequiredAt) return 'password-reset-required';
  if (enrolledFactors(person).length > 0 && !challenged) return 'second-factor-unavailable';
  const isOpen = memberships.some(({ organization }) => !organization.suspendedAt);
  return isOpen ? undefined : 'organization-suspended';
}

/** Whether whatever was proven by the one, and let them in, still does for the other: the same person a moment later. */
export function entersAlike(before: Person, after: Person): boolean {
  const decisive = (person: Person) => [
    person.memberships,
    person.passwordGeneration,
    person.passwordResetRequiredAt,
    person.sessionsValidAfter,
    enrolledFactors(person),
  ];
  return JSON.stringify(decisive(before)) === JSON.stringify(decisive(after));
}

/** Whether a second factor must be enrolled before anything else. */
export function mustEnrol(person: Person, memberships: readonly Membership[]): boolean {
  return memberships.some(({ organization, user }) => lacksFactor(person, organization, user));
}
