/** Shows what a write about a custom role has answered, at once and everywhere. */
import type { QueryClient } from '@tanstack/react-query';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { accessQueries } from '../../api/access-queries.ts';

export async function showRole(client: QueryClient, org: string, role: CustomRoleView): Promise<void> {
  await change(client, org, roles => [...roles.filter(({ id }) => id !== role.id), role].sort(byName));
}

export async function dropRole(client: QueryClient, org: string, id: CustomRoleView['id']): Promise<void> {
  await change(client, org, roles => roles.filter(role => role.id !== id));
}

async function change(
  client: QueryClient,
  org: string,
  to: (roles: CustomRoleView[]) => CustomRoleView[],
): Promise<void> {
  const { queryKey } = accessQueries.customRoles(org);
  // An answer that was asked for before the write would bring the old state back.
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, list => list && { items: to(list.items) });
  // What people hold, and what their roles are called.
  for (const touched of ['users', 'user', 'user-permissions', 'role-holders'])
    void client.invalidateQueries({ queryKey: [touched, org] });
}

function byName(one: CustomRoleView, other: CustomRoleView): number {
  return one.name.localeCompare(other.name, undefined, { sensitivity: 'base' });
}
