/** What all rows of an import are judged by: who asks, how the table is to be read, and what there is to be given. */
import { type ApplicationKey, applicationOf } from '../../contract/catalogue.ts';
import type { GroupId, ProjectId } from '../../contract/ids.ts';
import type { Doer } from '../bulk.ts';
import type { Rights } from '../holdings.ts';
import type { AccessPolicy, Application, Group, Project } from '../model-access.ts';
import type { Known } from '../rights.ts';
import { type Labels, labelsIn, rolesIn } from '../user-cells.ts';
import type { Table } from './file-row.ts';
import type { Lookups } from './read-cell.ts';
import { lookupOf } from './things.ts';

/** Everything that users of an organization could have. */
export type Givable = {
  policy: AccessPolicy | undefined;
  groups: readonly Group[];
  projects: readonly Project[];
  applications: readonly Application[];
};

export type Scene = {
  doer: Doer;
  table: Table;
  /** Whether those who are created are invited at once. */
  sendInvitations: boolean;
  labels: Labels;
  lookups: Lookups;
  /** What some rights name, of all that there is. */
  named(...rights: readonly (Omit<Rights, 'role'> | undefined)[]): Known;
};

export function sceneOf(
  given: Pick<Scene, 'doer' | 'table' | 'sendInvitations'>,
  { policy, groups, projects, applications }: Givable,
): Scene {
  const customRoles = rolesIn(policy);
  const group = new Map(groups.map(each => [each.id, each]));
  const project = new Map(projects.map(each => [each.id, each]));
  const application = new Map(applications.map(each => [each.key, each]));
  return {
    ...given,
    labels: labelsIn({ policy, groups, projects }),
    lookups: { customRoles: lookupOf(customRoles), groups: lookupOf(groups), projects: lookupOf(projects) },
    named: (...rights) => ({
      policy,
      groups: each<GroupId>(rights.map(of => of?.groups)).flatMap(id => group.get(id) ?? []),
      projects: each<ProjectId>(rights.map(of => of?.projects)).flatMap(id => project.get(id) ?? []),
      applications: each<ApplicationKey>(rights.map(keysIn)).flatMap(key => application.get(key) ?? []),
    }),
  };
}

function each<T>(lists: readonly (readonly T[] | undefined)[]): T[] {
  return [...new Set(lists.flatMap(list => list ?? []))];
}

function keysIn(rights: Pick<Rights, 'access'> | undefined): ApplicationKey[] {
  return rights?.access.mode === 'custom' ? rights.access.permissions.map(applicationOf) : [];
}
