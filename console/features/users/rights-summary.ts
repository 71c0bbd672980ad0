/** What somebody is to have, in one line. */
import { permissionTexts } from '../../texts/permissions.ts';
import { t } from '../../texts/texts.ts';
import { holdsAllBy, type RightsValues } from './rights-values.ts';

export function summaryOf(values: RightsValues & { role: string }): string {
  const words = permissionTexts.editor.summary;
  const { role, access, customRoles, groups, projects } = values;
  const count = (list: readonly string[], of: (count: number) => string) =>
    list.length > 0 ? [of(list.length)] : [];
  const broad = holdsAllBy(role)
    ? [words.byRole(t.roles[role].name)]
    : access === 'all'
      ? [words.all]
      : [...count(values['access.permissions'], words.permissions), ...count(customRoles, words.customRoles)];
  return [
    ...(broad.length > 0 ? broad : [words.none]),
    ...count(groups, words.groups),
    ...(role === 'user' ? count(projects, words.projects) : []),
  ].join(', ');
}
