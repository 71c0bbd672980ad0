/** Where a permission comes from, in words, and finding one by them. */
import type { EffectivePermission, Source } from '../../../shared/contract/access.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { t } from '../../texts/texts.ts';

export function sourceWords(source: Source): string {
  const words = permissionTexts.page.sources;
  switch (source.kind) {
    case 'role':
      return words.role(t.roles[source.role].name);
    case 'all':
      return words.all;
    case 'direct':
      return words.direct;
    case 'custom-role':
      return words.customRole(source.name);
    case 'group': {
      const { name, customRole } = source;
      if (!name) return words.someGroup;
      return customRole ? words.groupRole(name, customRole.name) : words.group(name);
    }
  }
}

/** Those that have every word that was typed, in their name, key, application or sources. */
export function matchingPermissions(
  all: readonly EffectivePermission[],
  typed: string,
): readonly EffectivePermission[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all;
  return all.filter(({ key, name, application, sources }) => {
    const text = [key, name, application.name, ...sources.map(sourceWords)].join(' ').toLowerCase();
    return wanted.every(word => text.includes(word));
  });
}

/** By the application's name, in the order in which they come. */
export function byApplication(
  all: readonly EffectivePermission[],
): [application: string, permissions: EffectivePermission[]][] {
  const found = new Map<string, EffectivePermission[]>();
  for (const permission of all) {
    const { name } = permission.application;
    found.set(name, [...(found.get(name) ?? []), permission]);
  }
  return [...found];
}
