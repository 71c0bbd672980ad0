import { expect, test } from 'vitest';
import { button, choose, link, row } from '../console/locators.ts';
import { asDemo, inBrowser, invite, linkInMail, look, onboard, openStage, signIn } from './stage.ts';

const password = 'nine herons above the estuary';
const stage = openStage();

test('an invitation travels from the administrator to the invitee and back', () =>
  asDemo(stage, 'admin', async admin => {
    await look(admin, 'users');
    const invited = await invite(admin, 'Quist');
    await link(admin, /^Pending/).click();
    await row(admin, invited.name)
      .getByText(/Expires in/)
      .waitFor();
    await look(admin, 'users-pending');

    await inBrowser('invitee', async invitee => {
      await invitee.goto(await linkInMail(stage, invited.email));
      await invitee.getByRole('heading', { name: 'Join Northwind Labs' }).waitFor();
      expect(invitee.url()).not.toContain('#');
      await look(invitee, 'accept');
      await onboard(invitee, password);
      await invitee.getByText('Welcome to Northwind Labs.').waitFor();
      await look(invitee, 'own-page');

      // The administrator sees them move, without a reload.
      await link(admin, invited.name).waitFor({ state: 'detached' });
      await link(admin, /^Active/).click();
      await row(admin, invited.name).getByText('just now').waitFor();
      await choose(admin, invited.name, 'Deactivate');
      await admin.getByText(`${invited.name} was deactivated and signed out.`).waitFor();

      // Whatever the invitee does next, they are out.
      await invitee.reload();
      await invitee.getByRole('heading', { name: 'Sign in' }).waitFor();
      await signIn(invitee, stage, { email: invited.email, password });
      await invitee.getByText('Your access is switched off').waitFor();

      await button(admin, 'Undo').click();
      await row(admin, invited.name).getByText('Active').waitFor();
      await button(invitee, 'Back to sign in').click();
      await signIn(invitee, stage, { email: invited.email, password });
      await button(invitee, /Your menu/).waitFor();
    });
  }));

test('an invitation that is not accepted in time expires, is sent again, and its old link leads to the new one', () =>
  asDemo(stage, 'manager', async manager => {
    const invited = await invite(manager, 'Late', async page => {
      await button(page, 'More options').click();
      await page.getByLabel('Invitation expires after').selectOption('5');
      await page.getByLabel('Personal note').fill('Looking forward to working with you.\nMarta');
      await look(page, 'invite');
    });
    const old = await linkInMail(stage, invited.email);
    await stage.front.advance(5 * 60);
    await link(manager, /^Pending/).click();
    await row(manager, invited.name).getByText('Expired').waitFor();

    await inBrowser('invitee', async invitee => {
      await invitee.goto(old);
      await invitee.getByRole('heading', { name: 'This invitation has expired' }).waitFor();
      await look(invitee, 'accept-expired');
      await choose(manager, invited.name, 'Resend invitation');
      await button(manager, 'Send invitation').click();
      await row(manager, invited.name)
        .getByText(/Expires in/)
        .waitFor();

      await invitee.goto('about:blank');
      await invitee.goto(old);
      await invitee.getByRole('heading', { name: 'There is a newer link' }).waitFor();
      await look(invitee, 'accept-replaced');
      await stage.front.advance(2 * 60);
      await button(invitee, 'Send me a new link').click();
      await invitee.getByText(`A new link is on its way to ${invited.email}.`).waitFor();
      await invitee.goto(await linkInMail(stage, invited.email));
      await onboard(invitee, password);
      await invitee.getByText('Welcome to Northwind Labs.').waitFor();
    });
  }));

test('a forgotten password is chosen anew by mail, and deleting asks for the name', () =>
  asDemo(stage, 'owner', async owner => {
    const invited = await invite(owner, 'Forgetful');
    await inBrowser('visitor', async page => {
      await page.goto(await linkInMail(stage, invited.email));
      await onboard(page, password);
      await page.getByText('Welcome to Northwind Labs.').waitFor();
    });
    await inBrowser('visitor', async page => {
      await page.goto(`${stage.cloud.page}/sign-in`);
      await look(page, 'sign-in');
      await link(page, 'Forgot your password?').click();
      await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
      await page.getByLabel('Email').fill(invited.email);
      await look(page, 'forgot-password');
      await button(page, 'Send link').click();
      await page.getByText('Check your inbox').first().waitFor();
      await page.goto(await linkInMail(stage, invited.email));
      await page
        .getByLabel('Password', { exact: true })
        .or(page.getByLabel('New password'))
        .first()
        .fill('ten otters below the weir');
      await look(page, 'reset-password');
      await button(page, 'Save password').click();
      await button(page, /Your menu/).waitFor();
    });
    await link(owner, /^Active/).click();
    // They stand in the list before, too, until it has gone.
    await row(owner, invited.name).getByText('Active', { exact: true }).waitFor();
    await choose(owner, invited.name, 'Delete…');
    const dialog = owner.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Delete user' }).isEnabled()).toBe(false);
    await dialog.getByLabel(/to confirm/).fill(invited.name);
    await look(owner, 'delete');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await owner.getByText(`${invited.name} was deleted.`).waitFor();
  }));
