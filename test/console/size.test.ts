import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleApi, cookieOf } from './api.ts';
import { closeBrowser } from './browser.ts';
import { acme, idOf, tokenFor } from './demo.ts';
import { firstLoad } from './first-load.ts';
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
  `/o/${acme}/roles`,
  `/o/${acme}/groups`,
  `/o/${acme}/projects`,
  `/o/${acme}/jobs`,
  '/account',
  '/account/security',
  '/account/sessions',
  '/second-factor?factor=authenticator',
  '/reference',
  '/problems/not-found',
])('the first load of %s is under 200 kB of script, compressed', async path => {
  const bytes = await firstLoad(served, await cookieOf(served.api, 'Ada'), path);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(limit);
});
