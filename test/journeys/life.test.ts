import { expect, test } from 'vitest';
import { button, choose, link, row } from '../console/locators.ts';
import {
  arrive,
  asDemo,
  demo,
  inBrowser,
  invite,
  linkInMail,
  look,
  onboard,
  openStage,
  signIn,
} from './stage.ts';

const stage = openStage();

const password = 'six kites above the windy pier';

test('an archived user is out, their address is free, and they can be brought back', () =>
  asDemo(stage, 'owner', async owner => {
    const user = await arrive(stage);
    await owner.reload();
    await choose(owner, user.name, 'Archive');
    await owner.getByText(`${user.name} was archived`).waitFor();
    await link(owner, user.name).waitFor({ state: 'detached' });
    await inBrowser('archived', async page => {
      await signIn(page, stage, user);
      await page.getByText('Email or password is wrong').waitFor();
    });
    await link(owner, /^Archived/).click();
    await row(owner, user.name).waitFor();
    await look(owner, 'users-archived');
    await choose(owner, user.name, 'Restore');
    await owner.getByText(`${user.name} is back`).waitFor();
    await link(owner, user.name).waitFor({ state: 'detached' });
    await link(owner, /^Active/).click();
    await owner.getByRole('switch', { name: /Show inactive/ }).press(' ');
    await choose(owner, user.name, 'Activate');
    await owner.getByText(`${user.name} is active again.`).waitFor();
    await inBrowser('restored', async page => {
      await signIn(page, stage, user);
      await button(page, /Your menu/).waitFor();
    });
  }));

test('who needs the approval of a partner gets in once the partner has given it', () =>
  asDemo(
    stage,
    'admin',
    async admin => {
      const invited = await invite(admin, 'Waiting');
      await inBrowser('unapproved', async page => {
        await page.goto(await linkInMail(stage, invited.email));
        await onboard(page, password);
        await page.getByRole('heading', { name: 'You have joined Blue Harbor Foods' }).waitFor();
        await look(page, 'accept-awaits-approval');
        await page.goto('about:blank');
        await signIn(page, stage, { email: invited.email, password });
        await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor();
        await look(page, 'awaiting-approval');

        await inBrowser('partner', async partner => {
          await signIn(partner, stage, demo(stage, 'admin', 'Harbor Partners'));
          await link(partner, 'Approvals').click();
          await partner.getByRole('heading', { name: 'Approvals' }).waitFor();
          await partner.getByText(invited.email).waitFor();
          await look(partner, 'approvals');
          await button(partner, `Approve ${invited.name}`).click();
          await partner.getByText(`${invited.name} may sign in to Blue Harbor Foods now`).waitFor();
        });
        await stage.front.settle();
        expect((await stage.front.mailsTo(invited.email)).at(-1)?.subject).toBe(
          'You can sign in at Blue Harbor Foods',
        );
        await page.goto('about:blank');
        await signIn(page, stage, { email: invited.email, password });
        await button(page, /Your menu/).waitFor();
      });
    },
    'Blue Harbor Foods',
  ));
