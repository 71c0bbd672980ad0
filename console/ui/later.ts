/** Parts of a page that are not seen at first, and are loaded when they are wanted. To stand inside a <Suspense>. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** @param load fetches the part, which can also be done ahead, when it is likely to be wanted soon */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load() }));
}
