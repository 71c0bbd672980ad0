import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, withPage } from './browser.ts';
import { fakeApi } from './fake-api.ts';
import { type Look, lookAt } from './looks.ts';
import { type Served, serveConsole } from './serve.ts';
import { tour, visit } from './tour.ts';

const world = fakeApi().world;
const org = world.organizations[0]?.id ?? '';
const idOf = (firstName: string) => world.users.find(user => user.firstName === firstName)?.id ?? '';

let served: Served;
beforeAll(async () => {
  served = await serveConsole(fakeApi(structuredClone(world)));
});
afterAll(async () => {
  await closeBrowser();
  await served.stop();
});

describe('every page and dialog keeps the content security policy, satisfies axe, and fits', () => {
  test.for(tour(org, idOf('Priya'), idOf('Dmitri')))('$name', { timeout: 60_000 }, async stop => {
    served.api.world = structuredClone(world);
    const found = await withPage(async ({ page, complaints }) => {
      const cookie = { name: 'refresh', value: idOf('Ada'), url: served.url };
      if (stop.signedIn) await page.context().addCookies([cookie]);
      await visit(page, served.url, stop);
      const widths: Look[] = stop.narrow === false ? ['light', 'dark'] : ['light', 'dark', 'phone'];
      const faults: string[] = [];
      for (const look of widths) faults.push(...(await lookAt(page, stop.name, look)));
      return [...faults, ...complaints];
    });
    expect(found).toEqual([]);
  });
});
