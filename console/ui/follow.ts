/** What floats stays with what it belongs to, while the page moves or a phone's keyboard comes up. */
import { type RefObject, useEffect } from 'react';
import { type Placement, place } from './place.ts';

/** @param anchor what it belongs to, asked for each time */
export function useFollow(
  floating: RefObject<HTMLElement | null>,
  anchor: () => Element | null,
  { side, align }: Placement,
  open: boolean,
): void {
  useEffect(() => {
    if (!open) return;
    const follow = () => floating.current && place(floating.current, anchor(), { side, align });
    const stop = new AbortController();
    window.addEventListener('resize', follow, stop);
    window.addEventListener('scroll', follow, stop);
    return () => stop.abort();
  });
}
