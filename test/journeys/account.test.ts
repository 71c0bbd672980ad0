import { expect, test } from 'vitest';
import { button, choose, link, row } from '../console/locators.ts';
import { freshEmail } from '../harness/arrange.ts';
import { png } from '../harness/picture-files.ts';
import { arrive, asDemo, inBrowser, linkInMail, look, openStage, signIn } from './stage.ts';

const stage = openStage();

test('a new email counts once it is confirmed; the old one is told, and signs in until then', () =>
  inBrowser('new-email', async page => {
    const user = await arrive(stage);
    const email = freshEmail('new');
    await signIn(page, stage, user);
    await button(page, /Your menu/).waitFor();
    await page.goto(`${stage.cloud.page}/account`);
    await look(page, 'account');
    await link(page, 'Sign-in and security').click();
    await button(page, 'Change email').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('New email').fill(email);
    await dialog.getByLabel('Present password').fill(user.password);
    await look(page, 'change-email');
    await button(page, 'Send the link').click();
    await page.getByText(`${email} waits to be confirmed`).waitFor();
    await look(page, 'email-pending');

    await inBrowser('old-email', async elsewhere => {
      await signIn(elsewhere, stage, user);
      await button(elsewhere, /Your menu/).waitFor();
    });
    await page.goto(await linkInMail(stage, email));
    await page.getByRole('heading', { name: 'Confirm your new email' }).waitFor();
    expect(page.url()).not.toContain('#');
    await look(page, 'confirm-email');
    await button(page, 'Confirm').click();
    await page.getByText(`From now on you sign in with ${email}.`).waitFor();

    await inBrowser('moved', async elsewhere => {
      await signIn(elsewhere, stage, user);
      await elsewhere.getByText('Email or password is wrong').waitFor();
      await signIn(elsewhere, stage, { ...user, email });
      await button(elsewhere, /Your menu/).waitFor();
    });
    await stage.front.settle();
    const told = (await stage.front.mailsTo(user.email)).map(({ text }) => text).join('\n');
    expect(told).toContain(email);
  }));

test('an administrator begins a change of address, and calls it off', () =>
  asDemo(stage, 'admin', async admin => {
    const user = await arrive(stage);
    const email = freshEmail('mistaken');
    await admin.reload();
    await choose(admin, user.name, 'Change email');
    await admin.getByRole('dialog').getByLabel('New email').fill(email);
    await look(admin, 'change-user-email');
    await button(admin, 'Send the link').click();
    await row(admin, user.name).getByText(email).waitFor();
    const mailed = await linkInMail(stage, email);
    await choose(admin, user.name, 'Cancel change of email');
    await admin.getByText('was called off').waitFor();
    await inBrowser('called-off', async page => {
      await page.goto(mailed);
      await button(page, 'Confirm').click();
      await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    });
  }));

test('a picture is chosen, turned and cut, and shown; then it is removed', () =>
  inBrowser('picture', async page => {
    const user = await arrive(stage);
    await signIn(page, stage, user);
    await button(page, /Your menu/).waitFor();
    await page.goto(`${stage.cloud.page}/account`);
    await button(page, 'Choose a picture').click();
    const file = {
      name: 'me.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png({ width: 640, height: 400 })),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await button(page, 'Turn right').click();
    await page.getByLabel('Zoom').press('ArrowRight');
    await look(page, 'picture-crop');
    await button(page, 'Use this picture').click();
    await page.getByText('Your picture was changed.').waitFor();
    const picture = page.locator('main img').first();
    await picture.waitFor();
    const address = await picture.getAttribute('src');
    const answer = await page.request.get(new URL(address ?? '', stage.cloud.page).href);
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
    });
    await look(page, 'picture-shown');

    await button(page, 'Remove').click();
    await button(page, 'Remove picture').click();
    await page.getByText('Your picture was removed.').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  }));
