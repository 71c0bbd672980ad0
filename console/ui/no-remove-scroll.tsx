/**
 * Stands in for the library by which Mantine keeps the page behind a dialog still: it writes a <style>, which the
 * content security policy refuses. `scroll-lock.ts` does the same with a property.
 */
import type { ReactNode } from 'react';

export function RemoveScroll({ children }: { children: ReactNode }) {
  return <div>{children}</div>;
}

RemoveScroll.classNames = { fullWidth: '', zeroRight: '' };
