/** The list's state in the address, and the way back through its pages. */
import { useLocation, useNavigate } from 'react-router';
import { type ListState, readList, writeList } from './list-state.ts';

/** The cursors of the pages before this one; the first page has none. */
type Trail = (string | undefined)[];

export type ChangeList = (different: Partial<ListState>, options?: { replace?: boolean }) => void;

export function useListState() {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const list = readList(new URLSearchParams(search));
  const trail: Trail = state?.trail ?? [];
  const go = (to: ListState, over: Trail, options: { replace?: boolean } = {}) =>
    void navigate({ search: writeList(to) }, { state: { trail: over }, ...options });
  /** Another list begins at its first page. `replace` leaves no step to go back to. */
  const change: ChangeList = (different, options) =>
    go({ ...list, cursor: undefined, ...different }, [], options);
  return {
    list,
    page: trail.length + 1,
    change,
    next: (cursor: string) => go({ ...list, cursor }, [...trail, list.cursor]),
    /** Past a page that has turned out to have nobody on it: there is nothing to go back to. */
    skip: (cursor: string) => go({ ...list, cursor }, trail, { replace: true }),
    /** Undefined on the first page. A link into the middle knows no way back but to the beginning. */
    previous: list.cursor ? () => go({ ...list, cursor: trail.at(-1) }, trail.slice(0, -1)) : undefined,
  };
}
