/** What custom roles there may be: with permissions that there are and that are held, a name of its own, and not too many. */
import type { PermissionKey } from '../contract/catalogue.ts';
import type { RoleId } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import type { Time } from '../contract/text.ts';
import type { OrganizationActor } from './actor.ts';
import { isAlike } from './alike.ts';
import { type Failure, refuse } from './decision.ts';
import type { Holdings } from './holdings.ts';
import { mayGrant } from './may-grant.ts';
import type { AccessPolicy, Application, CustomRole } from './model-access.ts';
import { isOffered } from './rights.ts';
import { storedSize } from './stored-size.ts';

/** Who decides about custom roles, and what they are judged by. */
export type RoleCase = {
  actor: OrganizationActor;
  holdings: Holdings;
  policy: AccessPolicy | undefined;
  /** Those whose permissions the custom role is to have. */
  applications: readonly Application[];
  now: Time;
};

export type RoleRefusal = 'beyond-own-access' | 'validation-failed' | 'name-taken' | 'limit-reached';

/** All custom roles of an organization together. In bytes they leave room for the groups that are kept beside them. */
const most = { roles: 100, permissions: 5000, bytes: 200_000 };

/** Why there cannot be such a custom role. What it permits already may stay; only what is added is asked about. */
export function refusalOf(
  { actor, holdings, policy, applications }: RoleCase,
  id: RoleId,
  role: CustomRole,
): { ok: false; failure: Failure<RoleRefusal> } | undefined {
  const had: readonly PermissionKey[] = policy?.customRoles[id]?.permissions ?? [];
  const isNew = (key: PermissionKey) => !had.includes(key);
  const errors = role.permissions.flatMap((key, i) =>
    isNew(key) && !isOffered(key, applications) ? [notOffered(key, i)] : [],
  );
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const added = { permissions: role.permissions.filter(isNew) };
  const granted = mayGrant({ actor, holdings }, { is: 'custom-role' }, added, { policy, groups: [] });
  if (!granted.ok) return granted;
  const all: [string, CustomRole][] = [
    ...Object.entries(policy?.customRoles ?? {}).filter(([other]) => other !== id),
    [id, role],
  ];
  if (all.some(([other, { name }]) => other !== id && isAlike(name, role.name))) return refuse('name-taken');
  const detail = whatIsTooMuch(all);
  return detail ? refuse('limit-reached', { detail }) : undefined;
}

const notOffered = (key: PermissionKey, i: number): FieldError => ({
  pointer: `/permissions/${i}`,
  code: 'unknown',
  message: `is ${key}, which the catalogue does not offer`,
});

function whatIsTooMuch(roles: readonly [string, CustomRole][]): string | undefined {
  if (roles.length > most.roles)
    return `An organization has at most ${most.roles} custom roles. Delete those that are not used any more.`;
  const permissions = roles.reduce((sum, [, role]) => sum + role.permissions.length, 0);
  if (permissions > most.permissions || storedSize(roles) > most.bytes)
    return `All custom roles together have at most ${most.permissions.toLocaleString('en')} permissions, fewer where their keys are long. Take some away first.`;
  return undefined;
}
