/** One person in two organizations, and what a custom role in a group gives them, as they and others see it. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OrganizationId, operatorOrganization } from '../../shared/contract/ids.ts';
import { button, link, row } from '../console/locators.ts';
import { acceptNewest, freshEmail, password, profile } from '../harness/arrange.ts';
import { ask, sessionIn } from '../harness/front.ts';
import { arrive, asDemo, demo, inBrowser, linkInMail, look, openStage, signIn } from './stage.ts';

const stage = openStage();

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
/** A name that no other run uses. */
const fresh = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

/** Somebody of the SaaS company, among the organizations. */
function asOperator(use: (page: Page) => Promise<void>): Promise<void> {
  return inBrowser('operator', async page => {
    const account = stage.cloud.accounts.find(({ organization }) => organization === operatorOrganization);
    if (!account) throw new Error('Nobody in the demo is an operator');
    await signIn(page, stage, account);
    await link(page, 'Organizations').click();
    await heading(page, 'Organizations').waitFor();
    await use(page);
  });
}

async function found(page: Page, name: string, owner: { name: string; email: string }): Promise<void> {
  const [firstName = '', lastName = ''] = owner.name.split(' ');
  await button(page, 'New organization').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name', { exact: true }).fill(name);
  await drawer.getByLabel('First name').fill(firstName);
  await drawer.getByLabel('Last name').fill(lastName);
  await drawer.getByLabel('Email').fill(owner.email);
  await drawer.getByRole('button', { name: 'Create and invite' }).click();
  await page.getByText(`${name} was created.`).waitFor();
}

async function turn(page: Page, name: string, deed: 'Suspend' | 'Resume'): Promise<void> {
  await button(page, `Actions for ${name}`).click();
  await page.getByRole('menuitem', { name: deed }).click();
  if (deed === 'Suspend') await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await row(page, name)
    .getByText(deed === 'Suspend' ? 'Suspended' : 'Active')
    .waitFor();
}

async function switchTo(page: Page, name: string): Promise<void> {
  await button(page, /Switch organization/).click();
  await page.getByRole('dialog', { name: 'Your organizations' }).getByRole('link', { name }).click();
  await button(page, new RegExp(`^${name}`)).waitFor();
}

test('whoever is in two organizations goes from one to the other, and works in one while the other is suspended', async () => {
  const user = await arrive(stage);
  const name = fresh('Lighthouse Clinics');
  await asOperator(async operator => {
    await found(operator, name, user);
    await look(operator, 'organizations');
    await inBrowser('two-organizations', async page => {
      await signIn(page, stage, user);
      await button(page, /Your menu/).waitFor();
      await page.goto(await linkInMail(stage, user.email));
      await button(page, 'Accept invitation').click();
      await page.getByText(`Welcome to ${name}.`).waitFor();
      await heading(page, 'Overview').waitFor();
      await switchTo(page, 'Northwind Labs');
      await heading(page, user.name).waitFor();
      await switchTo(page, name);
      await row(page, user.name).waitFor();

      await turn(operator, name, 'Suspend');
      await page.reload();
      await heading(page, `${name} is suspended`).waitFor();
      await look(page, 'organization-suspended');
      await page.getByRole('main').getByRole('link', { name: 'Northwind Labs' }).click();
      await heading(page, user.name).waitFor();
      // Another browser begins where somebody is let in, whatever is suspended.
      await inBrowser('elsewhere', async elsewhere => {
        await signIn(elsewhere, stage, user);
        await heading(elsewhere, user.name).waitFor();
      });

      await turn(operator, name, 'Resume');
      await switchTo(page, name);
      await page.getByRole('link', { name: 'Overview' }).waitFor();
    });
  });
});

/** Somebody who may do one thing only. */
async function arriveWith(permission: string): Promise<{ name: string; email: string }> {
  const owner = demo(stage, 'owner');
  const session = sessionIn(
    await ask(stage.front, 'sign-in', { email: owner.email, password: owner.password }),
  );
  const [firstName, lastName] = ['Nils', `Newcomer${randomUUID().replace(/[^a-f]/g, '')}`];
  const email = freshEmail('newcomer');
  const access = { mode: 'custom', permissions: [permission] };
  const invitation = {
    org: OrganizationId.parse(owner.organization),
    firstName,
    lastName,
    email,
    role: 'user',
  };
  const invited = await ask(stage.front, 'invite-user', { ...invitation, access }, session);
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  await acceptNewest(stage.front, email, { profile: { ...profile, firstName, lastName } });
  return { name: `${firstName} ${lastName}`, email };
}

test('a custom role reaches a user through a group, the page says why, and it is gone with the group', () =>
  asDemo(stage, 'owner', async owner => {
    const user = await arriveWith('crm.contacts.read');
    const [role, group] = [fresh('Refunds'), fresh('Night shift')];
    await link(owner, 'Roles').click();
    await button(owner, 'Create role').first().click();
    const drawer = owner.getByRole('dialog');
    await drawer.getByLabel('Name', { exact: true }).fill(role);
    await drawer.getByRole('switch', { name: 'Issue refunds' }).press(' ');
    await look(owner, 'role-create');
    await drawer.getByRole('button', { name: 'Create role' }).click();
    await owner.getByText(`“${role}” was created.`).waitFor();

    await link(owner, 'Groups').click();
    await button(owner, 'New group').first().click();
    await drawer.getByLabel('Name', { exact: true }).fill(group);
    await drawer.getByRole('combobox', { name: 'Custom roles' }).fill(role);
    await owner.getByRole('option', { name: role }).click();
    await drawer.getByRole('button', { name: 'Create group' }).click();
    await heading(owner, group).waitFor();
    await button(owner, 'Add people').first().click();
    await drawer.getByLabel('Search people').fill(user.email);
    await owner.getByRole('checkbox', { name: new RegExp(user.name) }).check();
    await drawer.getByRole('button', { name: 'Add 1 person' }).click();
    await row(owner, user.name).waitFor();
    await look(owner, 'group');

    const why = owner.getByText(`Group “${group}” (custom role “${role}”)`);
    await link(owner, user.name).click();
    await why.waitFor();
    await look(owner, 'user-why');
    await inBrowser('holder', async page => {
      await signIn(page, stage, { email: user.email, password });
      const refunds = page.getByRole('row').filter({ hasText: 'Issue refunds' });
      await refunds.waitFor();

      await owner.goBack();
      await button(owner, `Actions for ${group}`).click();
      await owner.getByRole('menuitem', { name: 'Delete' }).click();
      await owner.getByText(role).last().waitFor();
      await owner.getByLabel(/to confirm/).fill(group);
      await look(owner, 'group-delete');
      await button(owner, 'Delete group').click();
      await owner.getByText(`${group} was deleted.`).waitFor();

      await page.reload();
      await page.getByRole('row').filter({ hasText: 'See contacts' }).waitFor();
      expect(await refunds.count()).toBe(0);
    });
    await link(owner, 'Users').click();
    await link(owner, user.name).click();
    await owner.getByRole('row').filter({ hasText: 'See contacts' }).waitFor();
    await why.waitFor({ state: 'detached' });
  }));
