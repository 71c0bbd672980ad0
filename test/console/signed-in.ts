/** A page on which somebody of the demo is signed in, for the tests of what people do to themselves. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Session } from '../harness/front.ts';
import { cookieIn } from './api.ts';
import { withPage } from './browser.ts';
import { password } from './demo.ts';
import { button } from './locators.ts';
import { emailOf } from './people.ts';
import type { Served } from './serve.ts';

/** Goes to a page with somebody's session, and holds the page to complain of nothing. */
export async function withSession(
  { url }: Served,
  session: Session,
  path: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  await withPage(async ({ page, complaints }) => {
    await page.context().addCookies([{ ...cookieIn(session), url }]);
    await page.goto(url + path);
    await page.locator('h1').first().waitFor();
    await use(page);
    expect(complaints).toEqual([]);
  });
}

/** Types email and password into the page for it. */
export async function signIn(page: Page, { url, api }: Served, firstName: string, path = '/sign-in') {
  await page.goto(url + path);
  await page.getByLabel('Email').fill(await emailOf(api, firstName));
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}
