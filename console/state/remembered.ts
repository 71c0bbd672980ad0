/** Small choices that this browser remembers. Never anything secret. */
import { useSyncExternalStore } from 'react';

export type Remembered = {
  get: () => string;
  set: (value: string) => void;
  subscribe: (listener: () => void) => () => void;
};

export function remembered(name: string, otherwise: string): Remembered {
  const key = `tenantry-${name}`;
  const listeners = new Set<() => void>();
  let value: string | undefined;
  return {
    get: () => {
      value ??= read(key) ?? otherwise;
      return value;
    },
    set: next => {
      value = next;
      write(key, next);
      for (const listener of listeners) listener();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useRemembered(choice: Remembered): [string, (value: string) => void] {
  return [useSyncExternalStore(choice.subscribe, choice.get), choice.set];
}

// A browser may be told to keep nothing; then choices last as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // see above
  }
}
