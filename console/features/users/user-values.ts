/** What the form of a user holds, and what is sent of it: only what was changed. */
import type { SentTo } from '../../../shared/contract/routes.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { type RightsValues, rightsChanged, rightsOf } from './rights-values.ts';

/** What inviting and editing have in common. */
export type UserValues = RightsValues & {
  firstName: string;
  lastName: string;
  /** Empty: the first and last name. */
  displayName: string;
  /** Empty: none. */
  username: string;
  role: string;
  requireMfa: boolean;
  apiAccess: boolean;
};

export function valuesOf(user: UserView): UserValues {
  const { firstName, lastName, displayName, username = '', role, mfa, apiAccess } = user;
  const isPlain = displayName === `${firstName} ${lastName}`;
  const shownAs = isPlain ? '' : displayName;
  const names = { firstName, lastName, displayName: shownAs, username };
  return { ...names, role, ...rightsOf(user), requireMfa: mfa.required, apiAccess };
}

/** What is different from `base`. A plain display name follows the first and last name by itself. */
export function changesIn(values: UserValues, base: UserView): SentTo<'edit-user'> {
  const before = valuesOf(base);
  const { firstName, lastName, displayName, username, requireMfa, apiAccess } = values;
  const role = values.role as UserView['role']; // the schema refuses what is none
  const changed = (field: keyof UserValues) => values[field] !== before[field];
  return {
    org: base.organization,
    user: base.id,
    ...(changed('firstName') && { firstName }),
    ...(changed('lastName') && { lastName }),
    ...(changed('displayName') && { displayName: displayName.trim() || `${firstName} ${lastName}` }),
    ...(changed('username') && { username: username.trim() || null }),
    ...(changed('role') && { role }),
    ...rightsChanged(values, before),
    ...(changed('requireMfa') && { requireMfa }),
    ...(changed('apiAccess') && { apiAccess }),
  };
}
