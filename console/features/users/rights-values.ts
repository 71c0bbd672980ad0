/** What a form holds of what somebody may do in the applications, and what is sent of it. */
import type { Role } from '../../../shared/contract/roles.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { isSame } from '../../ui/values.ts';

export type RightsValues = {
  /** All, or some. */
  access: string;
  /** While it is some. */
  'access.permissions': readonly string[];
  customRoles: readonly string[];
  groups: readonly string[];
  projects: readonly string[];
};

export const rightsFields = ['access', 'access.permissions', 'customRoles', 'groups', 'projects'] as const;

export const nothingGiven: RightsValues = {
  access: 'custom',
  'access.permissions': [],
  customRoles: [],
  groups: [],
  projects: [],
};

export function rightsOf({ access, customRoles, groups, projects }: UserView): RightsValues {
  const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);
  return {
    access: access.mode,
    'access.permissions': access.mode === 'custom' ? access.permissions : [],
    customRoles: ids(customRoles),
    groups: ids(groups),
    projects: ids(projects),
  };
}

type Sent = Pick<SentTo<'invite-user'>, 'access' | 'customRoles' | 'groups' | 'projects'>;

/** All of it. Only users have projects. */
export function rightsSent(values: RightsValues & { role: string }): Sent {
  const { access, customRoles, groups, projects } = values;
  const permissions = [...values['access.permissions']];
  // What is chosen comes from the API's own lists, and the schema refuses what is no id.
  return {
    access: access === 'all' ? { mode: 'all' } : { mode: 'custom', permissions },
    customRoles: [...customRoles],
    groups: [...groups],
    projects: values.role === 'user' ? [...projects] : [],
  } as Sent;
}

/** What is different from before. A role that has no projects takes them away by itself. */
export function rightsChanged(values: RightsValues & { role: string }, before: RightsValues): Partial<Sent> {
  const { access, customRoles, groups, projects } = rightsSent(values);
  const isOther = (field: keyof RightsValues) => !isSame(values[field], before[field]);
  const isOtherAccess = isOther('access') || (values.access !== 'all' && isOther('access.permissions'));
  return {
    ...(isOtherAccess && { access }),
    ...(isOther('customRoles') && { customRoles }),
    ...(isOther('groups') && { groups }),
    ...(values.role === 'user' && isOther('projects') && { projects }),
  };
}

/** Owners and admins hold everything by their role. */
export function holdsAllBy(role: string): role is Extract<Role, 'owner' | 'admin'> {
  return role === 'owner' || role === 'admin';
}
