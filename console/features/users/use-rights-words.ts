/** What the rights of a form are called, for whoever is shown what somebody else has made of them. */
import { useQuery } from '@tanstack/react-query';
import { accessQueries } from '../../api/access-queries.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { t } from '../../texts/texts.ts';
import type { Value } from '../../ui/values.ts';

/** @param enabled whether there is anything to be shown */
export function useRightsWords(org: string, enabled: boolean) {
  const roles = useQuery({ ...accessQueries.customRoles(org), enabled }).data?.items ?? [];
  const groups = useQuery({ ...accessQueries.allGroups(org), enabled }).data ?? [];
  const projects = useQuery({ ...accessQueries.allProjects(org), enabled }).data ?? [];
  const catalogue = useQuery({ ...accessQueries.applications(org), enabled }).data?.applications ?? [];
  const permissions = catalogue.flatMap(each => each.permissions);
  const names = new Map<string, string>([
    ...[...roles, ...groups, ...projects].map(({ id, name }) => [id, name] as const),
    ...permissions.map(({ key, name }) => [key, name] as const),
  ]);
  return (field: string, value: Value): string | undefined => {
    if (typeof value === 'object')
      return value && value.length > 0 ? value.map(id => names.get(id) ?? id).join(', ') : t.meanwhile.empty;
    if (field !== 'access') return undefined;
    return value === 'all' ? permissionTexts.editor.all : permissionTexts.editor.custom;
  };
}
