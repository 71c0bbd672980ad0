/** A browser for tests: one Chromium for all of them, a fresh context for each, with the page watched for complaints. */
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

let browser: Promise<Browser> | undefined;

/**
 * An installed browser can be named with CHROMIUM; else the one that comes from npm is used. Not with the arguments
 * that come with it: they are for a Lambda, and switch off the very protections that are tested here.
 */
async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] });
}

/** Closes the browser, at the end of all tests of a file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** What the page has complained of: breaches of the content security policy, errors that nobody caught, console errors. */
export type Watched = { page: Page; complaints: string[] };

/** Runs `use` with a page of its own. */
export async function withPage<T>(
  use: (watched: Watched) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  browser ??= launch();
  const context = await (await browser).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  });
  try {
    const page = await context.newPage();
    return await use({ page, complaints: watch(page) });
  } finally {
    await context.close();
  }
}

/** A refused request is the page's business to show; the browser notes each in its console, which says nothing. */
const expected = /Failed to load resource: the server responded with a status of [45]\d\d/;

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/**
 * What axe finds against WCAG 2.2 AA and its best practices, as readable lines.
 * @param rules of axe, where not all are asked
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Colours on the way from one to another are of no contrast yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {}))),
  );
  // The page's own policy holds for scripts that a page loads, not for what is evaluated in it from outside.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    only => window.axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: [...only] }) }),
    rules,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
