/** A stop of the tour: a page or dialog, and how to get there. */
import type { Page } from 'playwright-core';
import type { Session } from '../harness/front.ts';
import type { ConsoleApi } from './api.ts';

export type Stop = {
  name: string;
  path: string;
  /** Ada is signed in. */
  signedIn?: true;
  /** Somebody else is. */
  who?: (api: ConsoleApi) => Promise<Session>;
  /** What has happened before. */
  before?: (api: ConsoleApi) => Promise<unknown>;
  arrive?: (page: Page, api: ConsoleApi) => Promise<unknown>;
  narrow?: false;
};

export type Arrive = NonNullable<Stop['arrive']>;

/** One where Ada is signed in. */
export const stop = (name: string, path: string, arrive?: Arrive, before?: Stop['before']): Stop => ({
  ...{ name, path, arrive, before },
  signedIn: true,
});
