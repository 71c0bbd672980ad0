/** What a file of tests stands on: the console in a browser, with the demo behind it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { type ConsoleApi, consoleApi } from './api.ts';
import { closeBrowser } from './browser.ts';
import { signInAs } from './people.ts';
import { type Served, serveConsole } from './serve.ts';
import { withSession } from './signed-in.ts';

type Stage = {
  served: Served;
  /** Goes to a page as somebody of the demo. */
  as: (firstName: string, path: string, use: (page: Page) => Promise<void>) => Promise<void>;
  /** How a route was asked so far. */
  asked: (key: RouteKey) => ConsoleApi['asked'];
};

/** To be called at the top of the file. Each test begins with the demo as it was. */
export function openStage(): Stage {
  const served = {} as Served; // filled before the first test
  beforeAll(async () => {
    Object.assign(served, await serveConsole(await consoleApi()));
  });
  beforeEach(() => served.api.reset());
  afterAll(async () => {
    await closeBrowser();
    await served.stop();
  });
  return {
    served,
    as: async (firstName, path, use) => withSession(served, await signInAs(served.api, firstName), path, use),
    asked: key => served.api.asked.filter(each => each.key === key),
  };
}
