/** Signing in from scripts: only where the plan has it, and never together with a second factor. */
import type { Organization, User } from './model.ts';
import { planOf } from './plan.ts';

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
