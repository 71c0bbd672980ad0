/** Somebody as they see themselves. */
import type { Me } from '../contract/auth.ts';
import type { FactorsView } from '../contract/factors.ts';
import { isForScripts } from './api-access.ts';
import { type Membership, mustEnrol } from './entry.ts';
import { enrolledFactors, requiresFactor } from './factors.ts';
import { mirrored } from './mirror.ts';
import type { Organization, Person, Session } from './model.ts';
import { pictureUrl } from './picture.ts';

/** Everything that is told to somebody about themselves. */
export type Self = {
  person: Person;
  /** Where they are let in. */
  memberships: readonly Membership[];
  /** The organization that looks after the account. */
  home: Organization | undefined;
};

export function viewMe({ person, memberships, home }: Self, session?: Pick<Session, 'awaits'>): Me {
  const named = person.profile ?? memberships[0]?.user;
  const mfa = factorsView({ person, memberships, home });
  return {
    person: {
      ...person.profile,
      id: person.id,
      email: person.email,
      firstName: named?.firstName ?? '',
      lastName: named?.lastName ?? '',
      language: person.language,
      communications: person.communications,
      pictureUrl: pictureUrl(person.picture, 'profile'),
      emailChange: mirrored(person).emailChange,
      mfa,
    },
    organizations: memberships.map(({ organization, user }) => ({
      id: organization.id,
      kind: organization.kind,
      name: organization.name,
      role: user.role,
      status: user.status,
      ...(organization.suspendedAt && { suspended: true }),
    })),
    ...(session?.awaits && { awaits: { kind: session.awaits, factors: mfa.allowed } }),
    version: person.version,
  };
}

/**
 * The flag that a new session gets: what must be done before it is good for anything else. Whoever scripts sign in as
 * cannot enrol a factor: to them an organization that insists on one is closed, and the others are not.
 */
export function awaited({ person, memberships }: Self): Session['awaits'] {
  const users = memberships.map(({ user }) => user);
  return mustEnrol(person, memberships) && !isForScripts(users) ? 'second-factor' : undefined;
}

function factorsView({ person, memberships, home }: Self): FactorsView {
  const { authenticator, sms, recoveryCodes } = person.factors;
  return {
    enrolled: enrolledFactors(person),
    telephone: sms && `•••• ${sms.telephone.slice(-3)}`,
    enrolledAt: { authenticator: authenticator?.enrolledAt, sms: sms?.enrolledAt },
    allowed: home?.allowedFactors ?? [],
    required: memberships.some(({ organization, user }) => requiresFactor(organization, user)),
    recoveryCodesLeft: recoveryCodes.length,
  };
}
