/**
 * A button with something to look through and choose from, on the browser's own popover: it closes on Escape and on a
 * click elsewhere, lies above everything, and gives the focus back. For plain commands there is the menu.
 */
import { type KeyboardEvent, type ReactNode, Suspense, type ToggleEvent } from 'react';
import { Arrived, useFloating } from './floating.ts';
import classes from './popover.module.css';

type PopoverProps = {
  /** Draws the button, with these properties on it. */
  button: (props: PopoverButtonProps) => ReactNode;
  label: string;
  /** With which of the button's edges it is flush. */
  align?: 'start' | 'end';
  /** Drawn while it is open. What has `data-closes` closes it. */
  children: ReactNode;
};

type PopoverButtonProps = {
  popoverTarget: string;
  'aria-haspopup': 'dialog';
  'aria-expanded': boolean;
};

/** For what takes the focus in it: Escape closes the popover, and not the drawer that its button stands in as well. */
export const keepsEscape = { 'data-mantine-stop-propagation': true } as const;

export function Popover({ button, label, align = 'start', children }: PopoverProps) {
  const { open, opener, begin, onButton, onBox } = useFloating({ side: 'below', align }, firstIn);
  const onToggle = ({ newState }: ToggleEvent) => {
    // What had the focus is not drawn any more. Somebody who has gone elsewhere stays there.
    if (newState === 'closed' && document.activeElement === document.body) opener()?.focus();
    if (newState === 'open') begin();
  };
  return (
    <>
      {button({ ...onButton, 'aria-haspopup': 'dialog' })}
      <div
        {...onBox}
        role="dialog"
        aria-label={label}
        className={classes.popover}
        onToggle={onToggle}
        onKeyDown={moveFocus}
        onClick={({ target, currentTarget }) => {
          if (target instanceof Element && target.closest('[data-closes]')) currentTarget.hidePopover();
        }}
      >
        {open && (
          <Suspense>
            {children}
            <Arrived onArrive={begin} />
          </Suspense>
        )}
      </div>
    </>
  );
}

function stopsIn(box: Element): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('input, a, button')];
}

/** A field to type into, else the present choice. */
function firstIn(box: Element): HTMLElement | undefined {
  const stops = stopsIn(box);
  return stops.find(stop => stop.matches('input, [aria-current]')) ?? stops[0];
}

/** Arrows go from one to the next, as Tab does; Home and End belong to a field while it is typed into. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const stops = stopsIn(event.currentTarget);
  const at = stops.findIndex(stop => stop.matches(':focus'));
  const types = stops[at]?.matches('input') ?? false;
  const moves: Partial<Record<string, number>> = {
    ArrowDown: (at + 1) % stops.length,
    ArrowUp: (at - 1 + stops.length) % stops.length,
    ...(!types && { Home: 0, End: stops.length - 1 }),
  };
  const to = moves[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stops[to]?.focus();
}
