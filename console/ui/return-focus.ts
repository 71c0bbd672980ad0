/** Gives the focus back to where it was when a window came. */
import { useEffect } from 'react';

export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // After the window is gone, or it would take the focus back.
      requestAnimationFrame(() => opener instanceof HTMLElement && opener.isConnected && opener.focus());
    };
  }, []);
}
