/** Signing in from scripts: only where the plan has it, and never together with a second factor. */
import { problems } from '../contract/problems.ts';
import { type Failure, refuse } from './decision.ts';
import { whyNotIn } from './entry.ts';
import { enrolledFactors } from './factors.ts';
import type { Organization, Person, User } from './model.ts';
import { planOf } from './plan.ts';
import { membershipState } from './user.ts';

type Wish = Pick<User, 'apiAccess' | 'requireMfa' | 'factors'>;

/** Why somebody may not be as wished; undefined where they may. Asked on every path that could bring the two together. */
export function apiAccessRefusal(
  organization: Organization,
  { apiAccess, requireMfa, factors }: Wish,
): 'plan-lacks-api-access' | 'api-access-excludes-mfa' | undefined {
  if (!apiAccess) return undefined;
  if (!planOf(organization).apiAccess) return 'plan-lacks-api-access';
  if (requireMfa || organization.requireMfa || factors.length > 0) return 'api-access-excludes-mfa';
  return undefined;
}

/** The same from the other side: whether scripts sign in as somebody, who so cannot have a second factor. */
export function isForScripts(users: readonly Pick<User, 'apiAccess' | 'invitation'>[]): boolean {
  return users.some(({ apiAccess, invitation }) => apiAccess && invitation?.acceptedAt !== undefined);
}

/** Somebody in the organization that a script's registered application belongs to. */
export type ScriptUser = { organization: Organization; person: Person; user: User | undefined };

/**
 * Why somebody gets no token for a script; undefined where they do. Ask only when their password was right: whoever
 * knows it is told the reason, as signing in to the console would tell them. Whoever another organization looks after
 * learns nothing here.
 */
export function scriptRefusal({
  organization,
  person,
  user,
}: ScriptUser): { ok: false; failure: Failure<'invalid-grant'> } | undefined {
  if (!user || person.home !== organization.id) return refuse('invalid-grant');
  if (!user.apiAccess) return refuse('invalid-grant', { detail: noApiAccess });
  const kind =
    closedTo(user) ??
    apiAccessRefusal(organization, { ...user, factors: enrolledFactors(person) }) ??
    whyNotIn({ person, memberships: [{ organization, user }] }, false);
  return kind && refuse('invalid-grant', { detail: problems[kind].detail });
}

const noApiAccess =
  'This account has no API access. An administrator of the organization can give it, in its page among the users.';

function closedTo(user: User): 'awaiting-approval' | 'no-active-membership' | undefined {
  const state = membershipState(user);
  if (state === 'unapproved') return 'awaiting-approval';
  return state === 'active' ? undefined : 'no-active-membership';
}
