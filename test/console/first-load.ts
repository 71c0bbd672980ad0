/** How much script a page needs before it can be used. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withPage } from './browser.ts';
import { files } from './build.ts';
import type { Served } from './serve.ts';

/** In bytes, compressed, of the first visit to a path. */
export function firstLoad(
  { url }: Served,
  cookie: { name: string; value: string },
  path: string,
): Promise<number> {
  return withPage(async ({ page }) => {
    await page.context().addCookies([{ ...cookie, url }]);
    const scripts = new Set<string>();
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(url + path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    return [...scripts].reduce((sum, name) => sum + gzipSync(readFileSync(join(files, name))).length, 0);
  });
}
