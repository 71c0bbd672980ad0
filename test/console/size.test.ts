import { expect, test } from 'vitest';
import { importAt, keepPlan, mixedRows } from './among-imports.ts';
import { cookieOf } from './api.ts';
import { acme, idOf, tokenFor } from './demo.ts';
import { firstLoad } from './first-load.ts';
import { openStage } from './stage.ts';

const { served } = openStage();

const limit = 200_000;

test.for([
  '/sign-in',
  `/accept#${tokenFor('pending')}`,
  `/o/${acme}/overview`,
  `/o/${acme}/users`,
  `/o/${acme}/users/${idOf('Ada')}`,
  `/o/${acme}/roles`,
  `/o/${acme}/groups`,
  `/o/${acme}/projects`,
  `/o/${acme}/jobs`,
  `/o/${acme}/imports/new`,
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

test('so is that of a file that was checked, row by row', async () => {
  const path = importAt(await keepPlan(served.api, mixedRows));
  expect(await firstLoad(served, await cookieOf(served.api, 'Ada'), path)).toBeLessThan(limit);
});
