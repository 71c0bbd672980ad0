/** Whether there is room for one thing at a time only, as on a phone. */
import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 48em)');

function subscribe(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
