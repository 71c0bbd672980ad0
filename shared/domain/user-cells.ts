/** A user as a row of a file: what the API shows of them, as texts. */
import { type UserColumn, userHeadings } from '../contract/user-columns.ts';
import type { UserView } from '../contract/users.ts';
import { joinedCell, safeCell } from './cells.ts';
import type { User } from './model.ts';
import type { AccessPolicy } from './model-access.ts';

type Kind = 'customRoles' | 'groups' | 'projects';
type Thing = { readonly id: string; readonly name: string };

/** What stands in a cell for each custom role, group and project that there is, by id. */
export type Labels = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

/**
 * By name; by id where another one has that name, too, in whatever case, or where the name could be taken for an id or for a
 * word that says something else in its place.
 */
function labelsOf(things: readonly Thing[]): Map<string, string> {
  const named = Map.groupBy(things, ({ name }) => name.toLowerCase());
  const isPlain = ({ name }: Thing) =>
    named.get(name.toLowerCase())?.length === 1 && !/^((rol|grp|prj)_|(none|all)$)/i.test(name);
  return new Map(things.map(thing => [thing.id, isPlain(thing) ? thing.name : thing.id]));
}

type Things = {
  readonly policy: AccessPolicy | undefined;
  readonly groups: readonly Thing[];
  readonly projects: readonly Thing[];
};

export function labelsIn({ policy, groups, projects }: Things): Labels {
  return {
    customRoles: labelsOf(rolesIn(policy)),
    groups: labelsOf(groups),
    projects: labelsOf(projects),
  };
}

export function rolesIn(policy: AccessPolicy | undefined): Thing[] {
  return Object.entries(policy?.customRoles ?? {}).map(([id, { name }]) => ({ id, name }));
}

type Had = Pick<User, Kind> & { view: UserView };

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

const texts: Readonly<Record<Exclude<UserColumn, Kind>, (view: UserView) => string | undefined>> = {
  id: ({ id }) => id,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  displayName: ({ displayName }) => displayName,
  username: ({ username }) => username,
  email: ({ email }) => email,
  role: ({ role }) => role,
  status: ({ status }) => status,
  access: ({ access }) => (access.mode === 'all' ? 'all' : joinedCell(access.permissions)),
  language: ({ invitation }) => invitation?.language,
  apiAccess: ({ apiAccess }) => yesNo(apiAccess),
  mfaRequired: ({ mfa }) => yesNo(mfa.required),
  mfaEnrolled: ({ mfa }) => joinedCell(mfa.enrolled),
  approved: ({ approved }) => yesNo(approved),
  account: ({ home }) => (home ? 'own' : 'guest'),
  invitation: ({ invitation }) => invitation?.state,
  delivery: ({ invitation }) => invitation?.delivery,
  invitationExpiresAt: ({ invitation }) => invitation?.expiresAt,
  createdAt: ({ createdAt }) => createdAt,
  lastActiveAt: ({ lastActiveAt }) => lastActiveAt,
};

export function headingRow(columns: readonly UserColumn[]): string[] {
  return columns.map(column => userHeadings[column]);
}

/** As it is written: safe in any program. */
export function userRow(user: Had, columns: readonly UserColumn[], labels: Labels): string[] {
  return columns.map(column => safeCell(userText(user, column, labels)));
}

/** What is gone is not written. */
export function userText(user: Had, column: UserColumn, labels: Labels): string {
  if (!isKind(column)) return texts[column](user.view) ?? '';
  return joinedCell(user[column].flatMap(id => labels[column].get(id) ?? []));
}

function isKind(column: UserColumn): column is Kind {
  return column === 'customRoles' || column === 'groups' || column === 'projects';
}
