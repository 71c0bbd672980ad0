/** Which page of a list the address asks for, and the way back through the pages before it. */
import { useLocation, useNavigate } from 'react-router';

/** The cursors of the pages before this one; the first page has none. */
type Trail = (string | undefined)[];

export function useCursor() {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const cursor = new URLSearchParams(search).get('cursor') ?? undefined;
  const trail: Trail = state?.trail ?? [];
  const go = (to: string | undefined, over: Trail) =>
    navigate({ search: to ? `?${new URLSearchParams({ cursor: to })}` : '' }, { state: { trail: over } });
  return {
    cursor,
    /** What leads from page to page; a link into the middle knows no way back but to the beginning. */
    pages: (nextCursor: string | undefined) => ({
      page: trail.length + 1,
      onPrevious: cursor ? () => void go(trail.at(-1), trail.slice(0, -1)) : undefined,
      onNext: nextCursor ? () => void go(nextCursor, [...trail, cursor]) : undefined,
    }),
  };
}
