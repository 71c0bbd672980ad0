/** Groups, projects and custom roles, as they are called in a file: by name, by id, groups also by external id. */
type Thing = { readonly id: string; readonly name: string; readonly externalId?: string };

export type Lookup = (text: string) => string | 'unknown' | 'ambiguous';

/** The id of what is called so; names in any case. */
export function lookupOf(things: readonly Thing[]): Lookup {
  const ids = new Set(things.map(({ id }) => id));
  const named = Map.groupBy(things, ({ name }) => name.normalize('NFC').toLowerCase());
  const external = new Map(things.flatMap(({ id, externalId }) => (externalId ? [[externalId, id]] : [])));
  return text => {
    if (ids.has(text)) return text;
    const [found, ...more] = named.get(text.normalize('NFC').toLowerCase()) ?? [];
    if (more.length > 0) return 'ambiguous';
    return found?.id ?? external.get(text) ?? 'unknown';
  };
}
