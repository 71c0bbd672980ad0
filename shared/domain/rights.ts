/** What a user is to have: whether it is there to be had, and what having it entails. */
import { applicationOf, type PermissionKey } from '../contract/catalogue.ts';
import type { PersonId } from '../contract/ids.ts';
import type { FieldError } from '../contract/problems.ts';
import type { AssignedId } from './assigned-id.ts';
import type { Change } from './change.ts';
import type { Rights } from './holdings.ts';
import type { User } from './model.ts';
import type { AccessPolicy, Application, Group, Project } from './model-access.ts';
import { ref } from './refs.ts';

/** What rights name, as far as it is there. */
export type Named = {
  policy: AccessPolicy | undefined;
  groups: readonly Group[];
  projects: readonly Project[];
};

export const nothingNamed: Named = { policy: undefined, groups: [], projects: [] };

/** The same, with the applications whose permissions are named. */
export type Known = Named & { applications: readonly Application[] };

/** What is wrong with the rights that somebody is to have; what they had before is not asked about. */
export function rightsErrors(after: Rights, before: Rights | undefined, known: Known): FieldError[] {
  const { policy, groups, projects, applications } = known;
  const direct = after.access.mode === 'custom' ? after.access.permissions : [];
  const had = before?.access.mode === 'custom' ? before.access.permissions : [];
  const isThere = (all: readonly { id: string }[]) => (id: string) => all.some(each => each.id === id);
  const unknown = (
    pointer: string,
    wanted: readonly string[],
    then: readonly string[],
    is: (id: string) => boolean,
  ) =>
    wanted
      .filter(id => !then.includes(id) && !is(id))
      .map(id => ({ pointer, code: 'unknown', message: `has ${id}, which is not there` }));
  return [
    ...unknown('/access/permissions', direct, had, key => isOffered(key as PermissionKey, applications)),
    ...unknown('/customRoles', after.customRoles, before?.customRoles ?? [], id =>
      Object.hasOwn(policy?.customRoles ?? {}, id),
    ),
    ...unknown('/groups', after.groups, before?.groups ?? [], isThere(groups)),
    ...unknown('/projects', after.projects, before?.projects ?? [], isThere(projects)),
    ...(isEmpty(after) && !(before && isEmpty(before) && before.role === after.role) ? [missing] : []),
  ];
}

/** Whether the catalogue has a permission, and it is not retired. */
export function isOffered(key: PermissionKey, applications: readonly Application[]): boolean {
  const application = applications.find(({ key: own }) => own === applicationOf(key));
  return (
    application?.permissions.some(permission => permission.key === key && !permission.retiredAt) ?? false
  );
}

/** Whoever is neither owner nor admin holds something. */
function isEmpty({ role, access, customRoles }: Rights): boolean {
  if (role === 'owner' || role === 'admin') return false;
  return access.mode === 'custom' && access.permissions.length === 0 && customRoles.length === 0;
}

const missing: FieldError = {
  pointer: '/access',
  code: 'missing',
  message: 'is empty: give access to all, one permission or one custom role',
};

/**
 * What turns when a user's groups, projects and custom roles do: each of them knows who has it. What is gone knows nobody,
 * and nobody knows whoever is archived: they have it again when they are restored.
 */
export function assigning(before: User | undefined, after: User | undefined, named: Named): Change[] {
  const some = after ?? before;
  if (!some) return [];
  const counted = (kind: 'groups' | 'projects'): Change[] =>
    named[kind].flatMap((of): Change[] => {
      const [had, has] = [before, after].map(user => isIn(user, kind, of.id));
      if (had === has) return [];
      return [
        ...assigned(some, of.id, has),
        { do: 'tally', of: kindOf(of), number: 'members', add: has ? 1 : -1 },
      ];
    });
  const roles = (
    Object.keys(named.policy?.customRoles ?? {}) as (keyof AccessPolicy['customRoles'])[]
  ).flatMap(id => {
    const [had, has] = [before, after].map(user => isIn(user, 'customRoles', id));
    return had === has ? [] : assigned(some, id, has);
  });
  return [...counted('groups'), ...counted('projects'), ...roles];
}

function isIn(user: User | undefined, kind: 'groups' | 'projects' | 'customRoles', id: string): boolean {
  if (!user || user.status === 'archived') return false;
  const ids: readonly string[] = user[kind];
  return ids.includes(id);
}

const kindOf = (of: Group | Project) =>
  of.type === 'group' ? ref.group(of.organization, of.id) : ref.project(of.organization, of.id);

function assigned(
  { organization, id }: Pick<User, 'organization' | 'id'>,
  to: AssignedId,
  has?: boolean,
): Change[] {
  const entity = assignment(organization, to, id);
  return [has ? { do: 'create', entity } : { do: 'remove', entity }];
}

/** An assignment never changes, so everybody knows its version. */
function assignment(organization: User['organization'], to: AssignedId, user: PersonId) {
  return { type: 'assignment', version: 1, organization, to, user } as const;
}

/** What the rights of a user name, for whoever is shown them. What is gone is not shown. */
export function viewRights({ access, customRoles, groups, projects }: Rights, named: Named) {
  const roles = named.policy?.customRoles ?? {};
  const shown = <T extends { id: string; name: string }>(all: readonly T[], ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id: id as T['id'], name }));
  return {
    access,
    customRoles: customRoles.flatMap(id => (roles[id] ? [{ id, name: roles[id].name }] : [])),
    groups: shown(named.groups, groups),
    projects: shown(named.projects, projects),
  };
}
