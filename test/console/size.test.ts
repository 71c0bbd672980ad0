import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleApi, cookieOf } from './api.ts';
import { closeBrowser, withPage } from './browser.ts';
import { files } from './build.ts';
import { acme, idOf, tokenFor } from './demo.ts';
import { type Served, serveConsole } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serveConsole(await consoleApi());
});
afterAll(async () => {
  await closeBrowser();
  await served.stop();
});

const limit = 200_000;

test.for([
  '/sign-in',
  `/accept#${tokenFor('pending')}`,
  `/o/${acme}/users`,
  `/o/${acme}/users/${idOf('Ada')}`,
  '/account',
  '/account/security',
  '/account/sessions',
  '/second-factor?factor=authenticator',
  '/reference',
  '/problems/not-found',
])('the first load of %s is under 200 kB of script, compressed', async path => {
  const bytes = await withPage(async ({ page }) => {
    await page.context().addCookies([{ ...(await cookieOf(served.api, 'Ada')), url: served.url }]);
    const scripts = new Set<string>();
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(served.url + path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    return [...scripts].reduce((sum, name) => sum + gzipSync(readFileSync(join(files, name))).length, 0);
  });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(limit);
});
