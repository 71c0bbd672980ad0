/**
 * A button with a menu, on the browser's own popover: it closes on Escape and on a click elsewhere, lies above
 * everything, and gives the focus back. What is in the menu is drawn only while it is open: a list has many of them.
 */
import { type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { Arrived, useFloating } from './floating.ts';
import classes from './menu.module.css';

type MenuProps = {
  /** Draws the button, with these properties on it. */
  button: (props: MenuButtonProps) => ReactNode;
  label: string;
  children: ReactNode;
  /** Where the menu lies: below the button or above it, flush with its beginning or its end. */
  side?: 'below' | 'above';
  align?: 'start' | 'end';
};

type MenuButtonProps = {
  popoverTarget: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
};

export function Menu({ button, label, children, side = 'below', align = 'end' }: MenuProps) {
  const menu = useFloating({ side, align }, box => itemsOf(box)[0]);
  return (
    <>
      {button({ ...menu.onButton, 'aria-haspopup': 'menu' })}
      <div
        {...menu.onBox}
        role="menu"
        aria-label={label}
        className={classes.menu}
        onToggle={({ newState }) => newState === 'open' && menu.begin()}
        onKeyDown={moveFocus}
        onClick={({ target, currentTarget }) => {
          if (!(target instanceof Element && target.closest('[data-closes]'))) return;
          currentTarget.hidePopover();
          menu.opener()?.focus();
        }}
      >
        {menu.open && (
          <Suspense>
            {children}
            <Arrived onArrive={menu.begin} />
          </Suspense>
        )}
      </div>
    </>
  );
}

function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

/** Arrows, Home, End and first letters go from item to item; Tab leaves. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex(item => item.matches(':focus'));
  const to = nextIndex(event.key, at, items);
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

function nextIndex(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
  const moves: Partial<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (key in moves || key.length !== 1 || key === ' ') return moves[key];
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = order.find(item => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
  return found && items.indexOf(found);
}
