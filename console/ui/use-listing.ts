/** What a list is asked for, as it stands in the address: a link shows a colleague the same, from page to page. */
import { useLocation, useNavigate } from 'react-router';

/** The cursors of the pages before this one; the first page has none. */
type Trail = (string | undefined)[];

/** @param names of what the list can be asked for, beside the page */
export function useListing<N extends string>(names: readonly N[]) {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const asked = new URLSearchParams(search);
  const read = (name: string) => asked.get(name) || undefined;
  const cursor = read('cursor');
  const trail: Trail = state?.trail ?? [];
  const go = (different: Record<string, string | undefined>, over: Trail, replace = false) => {
    const kept = names.map(name => [name, name in different ? different[name] : read(name)] as const);
    const wanted = [...kept, ['cursor', different.cursor] as const].filter(([, value]) => value);
    const query = new URLSearchParams(wanted as [string, string][]); // what is left has a value
    return void navigate({ search: query.size > 0 ? `?${query}` : '' }, { state: { trail: over }, replace });
  };
  return {
    /** By name, and the cursor of the page that is wanted. */
    asked: { ...Object.fromEntries(names.map(name => [name, read(name)])), cursor } as Partial<
      Record<N | 'cursor', string>
    >,
    /** Another list begins at its first page. `replace` leaves no step to go back to. */
    change: (different: Partial<Record<N, string | undefined>>, replace = false) =>
      go(different, [], replace),
    /** What leads from page to page; a link into the middle knows no way back but to the beginning. */
    pages: (nextCursor: string | undefined) => ({
      page: trail.length + 1,
      onPrevious: cursor ? () => go({ cursor: trail.at(-1) }, trail.slice(0, -1)) : undefined,
      onNext: nextCursor ? () => go({ cursor: nextCursor }, [...trail, cursor]) : undefined,
    }),
  };
}
