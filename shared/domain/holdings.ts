/** What somebody holds of the applications, and why. */
import type { Source } from '../contract/access.ts';
import type { PermissionKey } from '../contract/catalogue.ts';
import type { GroupId } from '../contract/ids.ts';
import type { User } from './model.ts';
import type { AccessPolicy } from './model-access.ts';

/** What decides what a user holds. */
export type Rights = Pick<User, 'role' | 'access' | 'customRoles' | 'groups' | 'projects'>;

/** Everything, whatever there is; or some permissions, and what is granted to some groups. */
export type Holdings =
  | 'everything'
  | { permissions: ReadonlySet<PermissionKey>; groups: ReadonlySet<GroupId> };

export const nothingHeld: Holdings = { permissions: new Set(), groups: new Set() };

/** Owners and admins hold everything by their role, whatever else is given to them. */
export function holdsEverything({ role, access }: Pick<Rights, 'role' | 'access'>): boolean {
  return role === 'owner' || role === 'admin' || access.mode === 'all';
}

export function holdingsOf(rights: Rights, policy: AccessPolicy | undefined): Holdings {
  if (holdsEverything(rights)) return 'everything';
  return { permissions: permissionsOf(rights, policy), groups: new Set(rights.groups) };
}

/** Direct permissions, those of custom roles, and those of the custom roles of groups. What is gone gives nothing. */
export function permissionsOf(
  { access, customRoles, groups }: Pick<Rights, 'access' | 'customRoles' | 'groups'>,
  policy: AccessPolicy | undefined,
): Set<PermissionKey> {
  const direct = access.mode === 'custom' ? access.permissions : [];
  const roles = [...customRoles, ...groups.flatMap(group => policy?.groups[group] ?? [])];
  return new Set([...direct, ...roles.flatMap(role => policy?.customRoles[role]?.permissions ?? [])]);
}

/** Everything that gives somebody a permission, the broadest first; nothing: they do not hold it. */
export function sourcesOf(
  permission: PermissionKey,
  rights: Rights,
  policy: AccessPolicy | undefined,
): Source[] {
  const { access, customRoles, groups } = rights;
  const permits = (id: keyof AccessPolicy['customRoles']) => {
    const role = policy?.customRoles[id];
    return role?.permissions.includes(permission) ? [{ id, name: role.name }] : [];
  };
  return [
    ...broadSources(rights),
    ...(access.mode === 'custom' && access.permissions.includes(permission)
      ? [{ kind: 'direct' } as const]
      : []),
    ...customRoles.flatMap(permits).map(role => ({ kind: 'custom-role', ...role }) as const),
    ...groups.flatMap(id =>
      (policy?.groups[id] ?? [])
        .flatMap(permits)
        .map(customRole => ({ kind: 'group', id, customRole }) as const),
    ),
  ];
}

/** What gives somebody everything there is. */
export function broadSources({ role, access }: Pick<Rights, 'role' | 'access'>): Source[] {
  return [
    ...(role === 'owner' || role === 'admin' ? [{ kind: 'role', role } as const] : []),
    ...(access.mode === 'all' ? [{ kind: 'all' } as const] : []),
  ];
}

/** What two hold together. */
export function together(one: Holdings, other: Holdings): Holdings {
  if (one === 'everything' || other === 'everything') return 'everything';
  return {
    permissions: new Set([...one.permissions, ...other.permissions]),
    groups: new Set([...one.groups, ...other.groups]),
  };
}
