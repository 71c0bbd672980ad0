/** What becomes of a catalogue by putting another one. */
import type { Catalogue, PutCatalogue } from '../../../shared/contract/catalogue.ts';

export type Changes = {
  /** Not offered any more; held by those who have it. */
  retired: string[];
  /** Offered again. */
  back: string[];
  added: string[];
  /** Called or explained otherwise. */
  reworded: string[];
};

type Told = { key: string; name: string; explanation: string; application: string; retired: boolean };

/** Each by application, name and key. */
export function changesBetween(before: Catalogue, after: PutCatalogue | Catalogue): Changes {
  const was = permissionsIn(before);
  const is = permissionsIn(after);
  const changes: Changes = { retired: [], back: [], added: [], reworded: [] };
  for (const [key, told] of was)
    if (!told.retired && (is.get(key)?.retired ?? true)) changes.retired.push(titleOf(told));
  for (const [key, told] of is) {
    const former = was.get(key);
    if (told.retired) continue;
    if (!former) changes.added.push(titleOf(told));
    else if (former.retired) changes.back.push(titleOf(told));
    else if (isReworded(former, told)) changes.reworded.push(titleOf(told));
  }
  return changes;
}

export function isNothing(changes: Changes): boolean {
  return Object.values(changes).every(each => each.length === 0);
}

const titleOf = ({ application, name, key }: Told) => `${application}: ${name} (${key})`;

const isReworded = (one: Told, other: Told) =>
  one.name !== other.name || one.explanation !== other.explanation || one.application !== other.application;

function permissionsIn({ applications }: PutCatalogue | Catalogue): Map<string, Told> {
  return new Map(
    applications.flatMap(({ name: application, permissions }) =>
      permissions.map(permission => {
        const { key, name, explanation } = permission;
        const retired = 'retiredAt' in permission && permission.retiredAt !== undefined;
        return [key, { key, name, explanation, application, retired }] as const;
      }),
    ),
  );
}
