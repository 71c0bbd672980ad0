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
  // A menu is named by the button that opens it.
  const button = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const opener = button ? document.getElementById(button) : element;
  return opener instanceof HTMLElement ? opener : undefined;
}
