/** The list's state in the address, and the way back through its pages. */
import { useLocation, useNavigate } from 'react-router';
import { type ListState, readList, writeList } from './list-state.ts';

/** The cursors of the pages before this one; the first page has none. */
type Trail = (string | undefined)[];

export function useListState() {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const list = readList(new URLSearchParams(search));
  const trail: Trail = state?.trail ?? [];
  const go = (to: ListState, over: Trail) => navigate({ search: writeList(to) }, { state: { trail: over } });
  return {
    list,
    page: trail.length + 1,
    /** Another list begins at its first page. */
    change: (different: Partial<ListState>) => go({ ...list, cursor: undefined, ...different }, []),
    next: (cursor: string) => go({ ...list, cursor }, [...trail, list.cursor]),
    /** Undefined on the first page. A link into the middle knows no way back but to the beginning. */
    previous: list.cursor ? () => go({ ...list, cursor: trail.at(-1) }, trail.slice(0, -1)) : undefined,
  };
}
