import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleApi } from './api.ts';
import { closeBrowser, withPage } from './browser.ts';
import { acme } from './demo.ts';
import { type Look, lookAt } from './looks.ts';
import { type Served, serveConsole } from './serve.ts';
import { tour, visit } from './tour.ts';

let served: Served;
beforeAll(async () => {
  served = await serveConsole(await consoleApi());
});
afterAll(async () => {
  await closeBrowser();
  await served.stop();
});

describe('every page and dialog keeps the content security policy, satisfies axe, and fits', () => {
  test.for(tour(acme))('$name', { timeout: 60_000 }, async stop => {
    await served.api.reset();
    const found = await withPage(async ({ page, complaints }) => {
      await visit(page, served, stop);
      const widths: Look[] = stop.narrow === false ? ['light', 'dark'] : ['light', 'dark', 'phone'];
      const faults: string[] = [];
      for (const look of widths) faults.push(...(await lookAt(page, stop.name, look)));
      return [...faults, ...complaints];
    });
    expect(found).toEqual([]);
  });
});
