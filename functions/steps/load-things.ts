/** All custom roles, groups and projects of an organization, read once for a file of many users. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { UserColumn } from '../../shared/contract/user-columns.ts';
import type { AccessPolicy, Group, Project } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

type Things = {
  policy: AccessPolicy | undefined;
  groups: readonly Group[];
  projects: readonly Project[];
};

const pageSize = 500;

/** As far as the columns name them. */
export async function loadThings(
  organization: OrganizationId,
  columns: readonly UserColumn[],
  directory: DirectoryReader,
): Promise<Things> {
  const [[policy], groups, projects] = await Promise.all([
    columns.includes('customRoles') ? directory.get(ref.policy(organization)) : [undefined],
    columns.includes('groups') ? allOf<Group>('group', organization, directory) : [],
    columns.includes('projects') ? allOf<Project>('project', organization, directory) : [],
  ]);
  return { policy, groups, projects };
}

async function allOf<T extends Group | Project>(
  of: T['type'],
  organization: OrganizationId,
  directory: DirectoryReader,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const page = await directory.list({ of, organization }, { limit: pageSize, after });
    found.push(...(page.items as T[])); // what a list holds is what it is a list of
    after = page.next;
  } while (after !== undefined);
  return found;
}
