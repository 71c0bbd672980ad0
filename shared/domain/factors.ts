/** The law of second factors: who has one, who must, and which may be enrolled. */
import { Factor } from '../contract/factors.ts';
import type { Organization, Person, User } from './model.ts';

/** The factors that sign-in asks for, the preferred one first. */
export function enrolledFactors({ factors }: Person): Factor[] {
  return Factor.options.filter(factor => factors[factor] !== undefined);
}

/** Whether an organization insists that this user has a second factor. */
export function requiresFactor(organization: Organization, user: User): boolean {
  return organization.requireMfa || user.requireMfa;
}

/** Whether somebody has no second factor although this organization insists on one. */
export function lacksFactor(person: Person, organization: Organization, user: User): boolean {
  return requiresFactor(organization, user) && enrolledFactors(person).length === 0;
}

/** Whether Cognito was told of whatever became true of somebody's factors, as far as it must be told. */
export function isAligned({ factorsChangedAt, factorsAlignedAt }: Person): boolean {
  return (factorsAlignedAt ?? '') >= (factorsChangedAt ?? '');
}
