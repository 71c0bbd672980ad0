/** The present moment for whatever counts down: one clock for the whole page, that stands still when nobody looks. */
import { useSyncExternalStore } from 'react';
import { serverNow } from '../api/clock.ts';

const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** While nobody listens the clock stands; whoever reads it then sets it, to the second. */
function present(): number {
  if (!timer) now = Math.floor(serverNow() / 1000) * 1000;
  return now;
}

/** Milliseconds since 1970 by the server's clock, again every second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, present);
}

/** Whether a moment has come: renders once, when it does. */
export function useHasCome(time: string | undefined): boolean {
  return useSyncExternalStore(subscribe, () => time !== undefined && serverNow() >= Date.parse(time));
}
