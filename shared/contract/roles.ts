/** Roles, what each may do, and the one question that server and page both ask: `can`. */
import * as z from 'zod/mini';

export const Role = z.enum(['owner', 'admin', 'manager', 'user']);
export type Role = z.output<typeof Role>;

export const Permission = z.enum([
  'organization.read',
  'users.read',
  'users.invite',
  'users.edit',
  'users.deactivate',
  'users.delete',
]);
export type Permission = z.output<typeof Permission>;

const managing: readonly Permission[] = Permission.options;

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  owner: managing,
  admin: managing,
  manager: managing,
  user: ['organization.read'],
};

/** Whether a role holds a permission at all. On whom it may be used is `mayManage`'s question. */
export function can(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Ways to act on another user, of which some need more standing than others. */
export type Deed = 'invite' | 'edit' | 'deactivate' | 'delete';

/** Managers look after managers, but do not remove them; only owners touch owners. */
const manageable: Readonly<Record<Role, Readonly<Record<Deed, readonly Role[]>>>> = {
  owner: every(['owner', 'admin', 'manager', 'user']),
  admin: every(['admin', 'manager', 'user']),
  manager: { ...every(['manager', 'user']), delete: ['user'] },
  user: every([]),
};

/** Whether someone with the role `actor` may do `deed` to (or bring in) someone with the role `target`. */
export function mayManage(actor: Role, deed: Deed, target: Role): boolean {
  return manageable[actor][deed].includes(target);
}

/** The roles that someone may hand out when inviting, highest first. */
export function invitableRoles(actor: Role): readonly Role[] {
  return manageable[actor].invite;
}

function every(roles: readonly Role[]): Record<Deed, readonly Role[]> {
  return { invite: roles, edit: roles, deactivate: roles, delete: roles };
}
