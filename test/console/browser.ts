/** A browser for tests: one Chromium for all of them, a fresh context for each, with the page watched for complaints. */
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';

let browser: Promise<Browser> | undefined;

/**
 * An installed browser can be named with CHROMIUM; else the one that comes from npm is used. Not with the arguments
 * that come with it: they are for a Lambda, and switch off the very protections that are tested here.
 */
async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? (await chromium.executablePath());
  // Pages of one context share a process, which has compiled their scripts already.
  const args = ['--no-sandbox', '--font-render-hinting=none', '--renderer-process-limit=1'];
  return playwright.launch({ executablePath, args });
}

/** Closes the browser, at the end of all tests of a file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** What the page has complained of: breaches of the content security policy, errors that nobody caught, console errors. */
export type Watched = { page: Page; complaints: string[] };

async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= launch();
  const viewport = { width: 1280, height: 800 };
  return (await browser).newContext({ viewport, locale: 'en-GB', ...options });
}

/** Runs `use` with a page of its own, of which nothing is left for the next. */
export async function withPage<T>(
  use: (watched: Watched) => Promise<T>,
  options?: BrowserContextOptions,
): Promise<T> {
  const context = await openContext(options);
  try {
    const page = await context.newPage();
    return await use({ page, complaints: watch(page) });
  } finally {
    await context.close();
  }
}

/** The same for many in a row, who share what the browser keeps of the console's files; far quicker. */
export function withPagesInRow() {
  let context: Promise<BrowserContext> | undefined;
  return async <T>(use: (watched: Watched) => Promise<T>): Promise<T> => {
    context ??= openContext();
    const page = await (await context).newPage();
    try {
      return await use({ page, complaints: watch(page) });
    } finally {
      await page.evaluate(() => [localStorage, sessionStorage].forEach(storage => void storage.clear()));
      await page.close();
      await (await context).clearCookies();
    }
  };
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
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map(animation => animation.finished.catch(() => {})));
  });
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
