/** What journeys share: the local cloud, people in its demo, and pictures of where they went. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { OrganizationId } from '../../shared/contract/ids.ts';
import { accessibilityFaults, closeBrowser, withPage } from '../console/browser.ts';
import { button } from '../console/locators.ts';
import { acceptNewest, freshEmail, password, profile } from '../harness/arrange.ts';
import { cloudFront } from '../harness/cloud-front.ts';
import { ask, type Front, sessionIn } from '../harness/front.ts';
import type { CloudAddress } from '../harness/here.ts';

const pictures = 'artefacts/journeys';

type Stage = { cloud: CloudAddress; front: Front };

/** To be called at the top of a file. */
export function openStage(): Stage {
  const stage = {} as Stage; // filled before the first test
  beforeAll(async () => {
    const cloud = inject('cloud');
    if (!cloud) throw new Error('Journeys need the local cloud');
    Object.assign(stage, { cloud, front: await cloudFront(cloud) });
  });
  afterAll(closeBrowser);
  return stage;
}

/** Signs in on the page that it is on, or on the sign-in page. */
export async function signIn(
  page: Page,
  { cloud }: Stage,
  who: { email: string; password: string },
): Promise<void> {
  if (!page.url().startsWith(cloud.page)) await page.goto(`${cloud.page}/sign-in`);
  await page.getByRole('textbox', { name: 'Email' }).fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await button(page, 'Sign in').click();
}

/** Somebody of the demo with that role, in its first organization or in the one of that name. */
export function demo({ cloud }: Stage, role: string, organization = cloud.accounts[0]?.organizationName) {
  const account = cloud.accounts.find(each => each.role === role && each.organizationName === organization);
  if (!account) throw new Error(`Nobody in the demo is ${role} of ${organization}`);
  return account;
}

/** Somebody new, who has accepted already, in the organization of a demo's owner. */
export async function arrive(stage: Stage): Promise<{ name: string; email: string; password: string }> {
  const { organization, email, password: known } = demo(stage, 'owner');
  const owner = sessionIn(await ask(stage.front, 'sign-in', { email, password: known }));
  const org = OrganizationId.parse(organization);
  const lastName = `Arrival${randomUUID().replace(/[^a-f]/g, '')}`;
  const invitation = {
    org,
    firstName: 'Nora',
    lastName,
    email: freshEmail('arrival'),
    role: 'user',
    access: { mode: 'all' },
  };
  const invited = await ask(stage.front, 'invite-user', invitation, owner);
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  const named = { ...profile, firstName: 'Nora', lastName };
  await acceptNewest(stage.front, invitation.email, { profile: named });
  return { name: `Nora ${lastName}`, email: invitation.email, password };
}

/** A browser of its own. Where its journey ends before its time, a picture shows where. */
export async function inBrowser(name: string, use: (page: Page) => Promise<void>): Promise<void> {
  await withPage(async ({ page, complaints }) => {
    await use(page).catch(async error => {
      await picture(page, `failed-${name}`);
      throw error;
    });
    expect(complaints).toEqual([]);
  });
}

/** A browser in which somebody of the demo is signed in and sees the users. */
export function asDemo(
  stage: Stage,
  role: string,
  use: (page: Page) => Promise<void>,
  organization?: string,
): Promise<void> {
  return inBrowser(role, async page => {
    await signIn(page, stage, demo(stage, role, organization));
    await page.getByRole('link', { name: 'Users', exact: true }).click();
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await use(page);
  });
}

/** Fills the drawer and sends it. */
export async function invite(
  page: Page,
  lastName: string,
  more: (page: Page) => Promise<void> = async () => {},
) {
  const email = freshEmail(lastName.toLowerCase());
  await button(page, 'Invite user').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('First name').fill('Nora');
  await drawer.getByLabel('Last name').fill(lastName);
  await drawer.getByLabel('Email').fill(email);
  await more(page);
  await drawer.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText(`An invitation is on its way to ${email}.`).first().waitFor();
  return { email, name: `Nora ${lastName}` };
}

/** The address behind the button of the newest mail. */
export async function linkInMail({ front }: Stage, email: string): Promise<string> {
  await front.settle();
  const mail = (await front.mailsTo(email)).at(-1);
  const found = /https?:\/\/\S+#[\w-]{43}/.exec(mail?.text ?? '')?.[0];
  if (!found) throw new Error(`No link in the mail to ${email}`);
  return found;
}

/** Onboarding as the page asks for it, to the end. */
export async function onboard(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Job title').fill('Head of Sales');
  await page.getByLabel('City').fill('Lisbon');
  await page.getByRole('checkbox', { name: /I accept the/ }).check();
  await button(page, 'Create account').click();
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** Looks at the page: with axe in both colour schemes, and with a picture of each, and one of a phone's width. */
export async function look(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), `${name} in ${colorScheme}`).toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  await picture(page, `${name}-360`);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `${name} at 360 px`,
  ).toBeLessThanOrEqual(360);
  expect(await accessibilityFaults(page), `${name} at 360 px`).toEqual([]);
  await page.setViewportSize(size);
}
