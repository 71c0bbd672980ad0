/** Roles, what each may do, and the one question that server and page both ask: `can`. */
import * as z from 'zod/mini';

export const Role = z.enum(['owner', 'admin', 'manager', 'user']);
export type Role = z.output<typeof Role>;

export const Permission = z.enum([
  'organization.read',
  'usage.read',
  'users.read',
  'users.invite',
  'users.edit',
  'users.deactivate',
  'users.delete',
  /** Reset passwords and second factors, change addresses, see and end sessions. */
  'users.credentials',
  /** Let somebody in who waits for it. */
  'users.approve',
  /** See who waits for the approval of one's own organization, in the organizations that it looks after. */
  'approvals.read',
  'settings.read',
  'settings.edit',
  'api-clients.manage',
]);
export type Permission = z.output<typeof Permission>;

/**
 * As what somebody acts in an organization: as one of its users, as staff of the partner that looks after it, or as
 * staff of the SaaS company.
 */
export type Standing = 'member' | 'partner' | 'operator';

const approving: readonly Permission[] = ['organization.read', 'users.read', 'users.approve'];
const administering = Permission.options.filter(permission => permission !== 'users.approve');
const managing = administering.filter(
  permission => !permission.startsWith('settings.') && permission !== 'api-clients.manage',
);

/** Nobody approves the users of their own organization: that is what the partner is for. */
const granted: Readonly<Record<Standing, Readonly<Record<Role, readonly Permission[]>>>> = {
  member: { owner: administering, admin: administering, manager: managing, user: ['organization.read'] },
  partner: { owner: approving, admin: approving, manager: approving, user: [] },
  operator: {
    owner: Permission.options,
    admin: Permission.options,
    manager: [...managing, 'users.approve'],
    user: [],
  },
};

/** Whether a role holds a permission at all. On whom it may be used is `mayManage`'s question. */
export function can(role: Role, permission: Permission, as: Standing = 'member'): boolean {
  return granted[as][role].includes(permission);
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
