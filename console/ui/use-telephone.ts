/** What knows the world's telephone numbers is large: it is loaded when somebody turns to the field. */
import { useState } from 'react';

export type Telephone = typeof import('./telephone.ts');
export type LoadedLater = { known: Telephone | undefined; load: () => void };

export function useTelephone(): LoadedLater {
  const [known, setKnown] = useState<Telephone>();
  // If it does not come, the number goes as it was typed, and the server says what it thinks of it.
  const load = () => void import('./telephone.ts').then(setKnown, () => {});
  return { known, load };
}
