/** Who is looking at the page, and with what role in the organization that the page is about. */
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../shared/contract/auth.ts';
import type { Factor } from '../../shared/contract/factors.ts';
import { operatorOrganization, type PersonId } from '../../shared/contract/ids.ts';
import { can, type Permission, type Role, type Standing } from '../../shared/contract/roles.ts';
import { queries } from './queries.ts';

export type Actor = { id: PersonId; role: Role; as: Standing };

/** Pages behind the sign-in are drawn once this is known. */
export function useMe(): Me {
  return useSuspenseQuery(queries.me()).data;
}

export function useActor(org: string): Actor | undefined {
  return actorIn(useMe(), org);
}

/** A member acts with the role they have there; the SaaS company's staff act everywhere with their own. */
export function actorIn({ person, organizations }: Me, org: string): Actor | undefined {
  const roleAt = (wanted: string) =>
    organizations.find(({ id, status }) => id === wanted && status === 'active')?.role;
  const own = roleAt(org);
  if (own) return { id: person.id, role: own, as: 'member' };
  const staff = roleAt(operatorOrganization);
  return staff && { id: person.id, role: staff, as: 'operator' };
}

/** Whether an actor holds a permission: the same question that the server asks. */
export function may({ role, as }: Actor, permission: Permission): boolean {
  return can(role, permission, as);
}

/**
 * What may be set up as a second factor, where that comes before everything else: asked for at sign-in, or required
 * since. Undefined where nothing is missing.
 */
export function awaitedFactors({ awaits, person: { mfa } }: Me): readonly Factor[] | undefined {
  if (awaits) return awaits.factors;
  return mfa.required && mfa.enrolled.length === 0 ? mfa.allowed : undefined;
}

/** Where somebody lands who has just signed in: the organization they saw last, else their first. */
export function homeOrganization({ organizations }: Me, last: string | null): string | undefined {
  const active = organizations.filter(({ status }) => status === 'active');
  return (active.find(({ id }) => id === last) ?? active[0])?.id;
}
