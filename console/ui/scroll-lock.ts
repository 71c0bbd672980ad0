/** Keeps the page behind a dialog where it is, and its width too when the scroll bar goes. */
import { useEffect } from 'react';

let locks = 0;

function lock(): void {
  locks += 1;
  const { style, clientWidth } = document.documentElement;
  if (locks > 1) return;
  style.paddingInlineEnd = `${window.innerWidth - clientWidth}px`;
  style.overflow = 'hidden';
}

function unlock(): void {
  locks -= 1;
  if (locks > 0) return;
  const { style } = document.documentElement;
  style.paddingInlineEnd = '';
  style.overflow = '';
}

export function useScrollLock(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    lock();
    return unlock;
  }, [on]);
}
