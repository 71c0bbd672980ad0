/**
 * A sentence that explains something, on the browser's own popover: it comes when the thing is pointed at or focused, stays
 * while it is pointed at itself, and goes with Escape. Where nothing can be pointed at, it stands below. Screen readers find it
 * by `aria-describedby`, seen or not.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { place } from './place.ts';
import classes from './tooltip.module.css';

type TooltipProps = {
  text: string;
  /** Draws what is explained, with this property on what takes the focus. */
  children: (described: { 'aria-describedby': string }) => ReactNode;
};

/** Long enough to pass over without being interrupted. */
const patience = 250;
/** Long enough to reach the sentence from what it explains. */
const grace = 120;

export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const { show, hide } = useShowing(tip, anchor);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !tip.current?.matches(':popover-open')) return;
    event.stopPropagation();
    hide(0);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears of what happens to what is in it */}
      <span
        ref={anchor}
        className={classes.anchor}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && show(patience)}
        onPointerLeave={() => hide(grace)}
        onFocus={({ target }) => target.matches(':focus-visible') && show(0)}
        onBlur={() => hide(0)}
        onKeyDown={onKeyDown}
      >
        {children({ 'aria-describedby': id })}
      </span>
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className={classes.tip}
        onPointerEnter={() => show(0)}
        onPointerLeave={() => hide(grace)}
      >
        {text}
      </span>
    </>
  );
}

function useShowing(tip: React.RefObject<HTMLElement | null>, anchor: React.RefObject<HTMLElement | null>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (act: () => void, wait: number) => {
    clearTimeout(timer.current);
    if (wait === 0) return act();
    timer.current = setTimeout(act, wait);
  };
  const open = () => {
    const floating = tip.current;
    if (!floating || floating.matches(':popover-open')) return;
    floating.showPopover();
    place(floating, anchor.current?.firstElementChild ?? null, { side: 'above', align: 'start' });
  };
  return {
    show: (wait: number) => later(open, wait),
    hide: (wait: number) => later(() => tip.current?.hidePopover(), wait),
  };
}
