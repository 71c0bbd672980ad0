import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, withPage } from './browser.ts';
import { files } from './build.ts';
import { makeWorld, tokenFor } from './fake-data.ts';
import { type Served, serveConsole } from './serve.ts';

const world = makeWorld();
const org = world.organizations[0]?.id ?? '';
const ada = world.users[0]?.id ?? '';

let served: Served;
beforeAll(async () => {
  served = await serveConsole();
  served.api.world = world;
});
afterAll(async () => {
  await closeBrowser();
  await served.stop();
});

const limit = 200_000;

test.for([
  '/sign-in',
  `/accept#${tokenFor('pending')}`,
  `/o/${org}/users`,
  `/o/${org}/users/${ada}`,
  '/reference',
  '/problems/not-found',
])('the first load of %s is under 200 kB of script, compressed', async path => {
  const bytes = await withPage(async ({ page }) => {
    await page.context().addCookies([{ name: 'refresh', value: ada, url: served.url }]);
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
