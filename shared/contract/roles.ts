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
  /** Take the whole list away in a file. */
  'users.export',
  /** Bring many in, and change many, by a file. */
  'users.import',
  /** Reset passwords and second factors, change addresses, see and end sessions. */
  'users.credentials',
  /** Let somebody in who waits for it. */
  'users.approve',
  /** See who waits for the approval of one's own organization, in the organizations that it looks after. */
  'approvals.read',
  'settings.read',
  'settings.edit',
  'api-clients.manage',
  /** Give the organization away: its giver is an admin from then on. */
  'ownership.hand-over',
  /** See what the applications let people do, and the custom roles that an organization has made of it. */
  'access.read',
  'custom-roles.manage',
  'groups.read',
  'groups.manage',
  'projects.read',
  'projects.manage',
  'jobs.read',
  /** Call jobs off, and try again what has failed. */
  'jobs.manage',
  /** See the organizations that one looks after, and their users; found one. */
  'organizations.read',
  'organizations.create',
  /** Close an organization for a while, and open it again. */
  'organizations.suspend',
  /** Say what the applications let people do. */
  'catalogue.edit',
]);
export type Permission = z.output<typeof Permission>;

/**
 * As what somebody acts in an organization: as one of its users, as staff of the partner that looks after it, or as
 * staff of the SaaS company.
 */
export type Standing = 'member' | 'partner' | 'operator';

/** What is done to an organization from outside: by those who look after it. */
const fromOutside: readonly Permission[] = [
  'users.approve',
  'organizations.read',
  'organizations.create',
  'organizations.suspend',
  'catalogue.edit',
];
const owning = without(Permission.options, fromOutside);
const administering = without(owning, ['ownership.hand-over']);
const managing = without(administering, [
  'users.export',
  'users.import',
  'settings.read',
  'settings.edit',
  'api-clients.manage',
  'custom-roles.manage',
]);
/** A partner manages the people of its organizations; what an organization is, it decides itself. */
const lookingAfter: readonly Permission[] = [
  ...managing,
  'users.approve',
  'organizations.read',
  'organizations.create',
];

/** Nobody approves the users of their own organization: that is what the partner is for. */
const granted: Readonly<Record<Standing, Readonly<Record<Role, readonly Permission[]>>>> = {
  member: { owner: owning, admin: administering, manager: managing, user: ['organization.read'] },
  partner: { owner: lookingAfter, admin: lookingAfter, manager: lookingAfter, user: [] },
  operator: {
    owner: without(Permission.options, ['ownership.hand-over']),
    admin: without(Permission.options, ['ownership.hand-over']),
    manager: [...managing, 'users.approve', 'organizations.read'],
    user: [],
  },
};

function without(permissions: readonly Permission[], left: readonly Permission[]): Permission[] {
  return permissions.filter(permission => !left.includes(permission));
}

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
