/** The ways a page is looked at: light, dark, and on a narrow phone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './browser.ts';

const wide = { width: 1280, height: 800 };
const looks = {
  light: { scheme: 'light', size: wide },
  dark: { scheme: 'dark', size: wide },
  phone: { scheme: 'light', size: { width: 360, height: 740 } },
} as const;
export type Look = keyof typeof looks;

const artefacts = join(import.meta.dirname, '../../artefacts/console');

/** Looks at a page, keeps a picture under `artefacts/`, and tells what is wrong with it. */
export async function lookAt(page: Page, name: string, look: Look): Promise<string[]> {
  const { scheme, size } = looks[look];
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(size);
  // Dark, a page is the same but for its colours.
  const faults = await accessibilityFaults(page, look === 'dark' ? ['color-contrast'] : undefined);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}-${look}.png`) });
  return [...faults, ...(beyond > 0 ? [`${beyond}px wider than the window`] : [])].map(
    fault => `${look}: ${fault}`,
  );
}
