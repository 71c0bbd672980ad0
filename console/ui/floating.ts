/** What floats on the browser's own popover: beside the button that opens it, or with what it belongs to otherwise. */
import { type RefObject, type ToggleEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { type Placement, place } from './place.ts';

/**
 * Beside the button that opens it. `onButton` and `onBox` are for the two of them.
 * @param firstIn what takes the focus
 */
export function useFloating(placement: Placement, firstIn: (box: Element) => HTMLElement | undefined) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const opener = () => document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`);
  useFollow(box, opener, placement, open);
  return {
    open,
    opener,
    /** Once it is open, and what is in it is there. */
    begin: () => {
      if (!box.current?.matches(':popover-open')) return;
      place(box.current, opener(), placement);
      firstIn(box.current)?.focus({ preventScroll: true });
    },
    onButton: { popoverTarget: id, 'aria-expanded': open },
    onBox: {
      ref: box,
      id,
      popover: 'auto',
      tabIndex: -1,
      onBeforeToggle: ({ newState }: ToggleEvent) => setOpen(newState === 'open'),
    },
  } as const;
}

/**
 * Stays with what it belongs to, while the page moves or a phone's keyboard comes up.
 * @param anchor what it belongs to, asked for each time
 */
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

/** Drawn with what may have to be loaded before it can be shown: tells that it is there. */
export function Arrived({ onArrive }: { onArrive: () => void }) {
  const arrive = useEffectEvent(onArrive);
  useEffect(() => arrive(), []);
  return null;
}
