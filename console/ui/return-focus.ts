/** Gives the focus back to where it came from: to the button of a menu, if that is where a window was opened from. */
import { useEffect } from 'react';

export function useReturnFocus(): void {
  useEffect(() => {
    const from = origin(document.activeElement);
    return () => {
      // After the window is gone, or it would take the focus back.
      requestAnimationFrame(() => from?.isConnected && from.focus());
    };
  }, []);
}

function origin(element: Element | null): HTMLElement | undefined {
  const menu = element?.closest('[role=menu]');
  const opener = menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : element;
  return opener instanceof HTMLElement ? opener : undefined;
}
