import { expect, test } from 'vitest';
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
  `/o/${acme}/imports/imp_00000000000000000000000000`,
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
