/**
 * The one rule of giving: nobody gives what they do not hold, nobody gives to themselves, and nobody manages a role above
 * what theirs may manage. Every path by which somebody can come to hold something asks it.
 */
import type { PermissionKey } from '../contract/catalogue.ts';
import type { GroupId, PersonId, RoleId } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import { type Actor, isSelf, mayAct } from './actor.ts';
import { type Failure, refuse } from './decision.ts';
import { type Holdings, holdsEverything, type Rights } from './holdings.ts';
import type { AccessPolicy, Group } from './model-access.ts';

/** Whoever gives, and what they hold at this moment. */
export type Grantor = { actor: Actor; holdings: Holdings };

/** To whom or what it is given. */
export type Grantee =
  /** Somebody who is being brought in. */
  | { is: 'invitee' }
  /** A user, with what they have. */
  | { is: 'user'; id: PersonId; before: Rights }
  | { is: 'custom-role' }
  | { is: 'group' }
  /** Content, by the groups that it is granted to already. */
  | { is: 'content'; groups: readonly GroupId[] };

/** What they, or it, are to have. */
export type Grant = {
  /** A user's rights, as they are to be. */
  rights?: Rights;
  /** What is added to a custom role. */
  permissions?: readonly PermissionKey[];
  /** What is added to a group. */
  customRoles?: readonly RoleId[];
};

/** What the grant names, as it is now. */
export type Granted = { policy: AccessPolicy | undefined; groups: readonly Group[] };

type Refusals = {
  invitee: 'role-too-high' | 'beyond-own-access';
  user: 'role-too-high' | 'own-account' | 'beyond-own-access';
};
type RefusalOf<T extends Grantee> = T['is'] extends keyof Refusals ? Refusals[T['is']] : 'beyond-own-access';

/** Whether it may be given, or why not. */
export function mayGrant<const T extends Grantee>(
  grantor: Grantor,
  target: T,
  change: Grant,
  granted: Granted,
): { ok: true } | { ok: false; failure: Failure<RefusalOf<T>> } {
  const refusal = roleRefusal(grantor.actor, target, change);
  const errors = refusal ? [] : beyond(grantor.holdings, target, change, granted);
  if (!refusal && errors.length === 0) return { ok: true };
  const kind = (refusal ?? 'beyond-own-access') as RefusalOf<T>; // others are not refused for a role
  const own = refusal === 'own-account' && { detail: 'Nobody changes their own role or access.' };
  return refuse(kind, { ...(errors.length > 0 && { errors }), ...own });
}

/** Nobody gives to themselves, nor manages a role above what theirs may manage. */
function roleRefusal(
  actor: Actor,
  target: Grantee,
  { rights }: Grant,
): 'role-too-high' | 'own-account' | undefined {
  if (!rights) return undefined;
  if (target.is === 'invitee') return mayAct(actor, 'invite', rights.role) ? undefined : 'role-too-high';
  if (target.is !== 'user') return undefined;
  const { id, before } = target;
  if (!mayAct(actor, 'edit', before.role)) return 'role-too-high';
  if (isSelf(actor, id) && !isSameRights(before, rights)) return 'own-account';
  const isRaised = rights.role !== before.role && !mayAct(actor, 'edit', rights.role);
  return isRaised ? 'role-too-high' : undefined;
}

function isSameRights(one: Rights, other: Rights): boolean {
  const facts = ({ role, access, customRoles, groups, projects }: Rights) =>
    JSON.stringify([role, access, customRoles, groups, projects]);
  return facts(one) === facts(other);
}

/** What of a grant goes beyond what its giver holds, field by field. */
function beyond(holdings: Holdings, target: Grantee, change: Grant, granted: Granted): FieldError[] {
  if (holdings === 'everything') return [];
  const can = whatCanBeGiven(holdings, granted);
  if (target.is === 'content')
    return target.groups.some(can.isIn) ? [] : [notHeld('/id', 'is not among what you hold')];
  if (target.is === 'custom-role')
    return (change.permissions ?? []).every(can.permission)
      ? []
      : [notHeld('/permissions', 'has more than you hold')];
  if (target.is === 'group')
    return (change.customRoles ?? []).every(can.customRole)
      ? []
      : [notHeld('/customRoles', 'permits more than you hold')];
  return change.rights
    ? beyondRights(target.is === 'user' ? target.before : undefined, change.rights, can)
    : [];
}

/** What whoever holds this can give. */
type CanGive = ReturnType<typeof whatCanBeGiven>;

export function whatCanBeGiven(holdings: Holdings, { policy, groups }: Granted) {
  const isAll = holdings === 'everything';
  const permission = (key: PermissionKey) => isAll || holdings.permissions.has(key);
  const customRole = (id: RoleId) => (policy?.customRoles[id]?.permissions ?? []).every(permission);
  const isIn = (id: GroupId) => isAll || holdings.groups.has(id);
  const hasContent = (id: GroupId) => (groups.find(each => each.id === id)?.contents ?? 0) > 0;
  const group = (id: GroupId) =>
    isIn(id) || ((policy?.groups[id] ?? []).every(customRole) && !hasContent(id));
  return { everything: isAll, permission, customRole, group, isIn };
}

/** Only what is added counts: what somebody has already, whoever gave it, may stay, and become less. */
function beyondRights(before: Rights | undefined, after: Rights, can: CanGive): FieldError[] {
  if (before && holdsEverything(before)) return [];
  const had = before?.access.mode === 'custom' ? before.access.permissions : [];
  const direct = after.access.mode === 'custom' ? after.access.permissions : [];
  const added = <T>(now: readonly T[], then: readonly T[] = []) => now.filter(each => !then.includes(each));
  const field = after.access.mode === 'all' ? '/access' : '/role';
  return [
    ...(holdsEverything(after) ? [notHeld(field, 'is everything, which you do not hold')] : []),
    ...(added(direct, had).every(can.permission)
      ? []
      : [notHeld('/access', 'has permissions that you do not hold')]),
    ...(added(after.customRoles, before?.customRoles).every(can.customRole)
      ? []
      : [notHeld('/customRoles', 'permit more than you hold')]),
    ...(added(after.groups, before?.groups).every(can.group)
      ? []
      : [notHeld('/groups', 'give more than you hold')]),
  ];
}

const notHeld = (pointer: string, message: string): FieldError => ({
  pointer,
  code: 'beyond-own-access',
  message,
});
