/** Whether somebody has had the time to read something. */
import { useEffect, useEffectEvent } from 'react';

/** As long as a way back is offered. */
const longEnough = 12_000;

/**
 * Tells once what is there has been there for long enough. While the pointer or the keyboard is at the foot of the
 * window, it is put off.
 */
export function useSeen(there: boolean, tell: () => void): void {
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (!there) return;
    const look = () => {
      if (!document.querySelector('#foot :is(:hover, :focus-within)')) told();
    };
    const timer = setInterval(look, longEnough);
    return () => clearInterval(timer);
  }, [there]);
}
