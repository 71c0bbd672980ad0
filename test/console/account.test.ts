/** One's own account: what is changed there, what is asked before, and what is said when it is refused. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { alter } from './api.ts';
import { idOf, password } from './demo.ts';
import { button, dialog, heading } from './locators.ts';
import { askForEmail, codeNow, enrolApp, signInAs } from './people.ts';
import { withSession } from './signed-in.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asHugo = (path: string, use: (page: Page) => Promise<void>) => as('Hugo', `/account${path}`, use);

async function hugo(): Promise<Person | undefined> {
  return (await served.api.front.world.directory.get(ref.person(idOf('Hugo'))))[0];
}

const profile = { firstName: 'Hugo', lastName: 'Martins', city: 'Porto', telephone: '+351211234567' };

describe('the profile', () => {
  test('is reached from the menu by everybody, and what is changed or emptied is saved', async () => {
    await alter(served.api, 'Hugo', {}, { profile });
    await as('Hugo', '/', async page => {
      await button(page, /Your menu/).click();
      await page.getByRole('menuitem', { name: 'My profile' }).click();
      await page.getByLabel('City').fill('');
      await page.getByLabel('Job title').fill('Head of Sales');
      await page.getByLabel('Changes to the product').check();
      await button(page, 'Save changes').click();
      await page.getByText('Your profile was saved').waitFor();
      expect(await button(page, 'Save changes').isDisabled()).toBe(true);
    });
    const { city: _, ...rest } = profile;
    expect(await hugo()).toMatchObject({
      profile: { ...rest, title: 'Head of Sales' },
      communications: { product: true, marketing: false },
    });
    expect((await hugo())?.profile).not.toHaveProperty('city');
  });

  test('says at the field what is wrong, and a telephone is typed as in its country', () =>
    asHugo('', async page => {
      await page.getByLabel('First name').fill('');
      await page.getByRole('combobox', { name: 'Country' }).fill('portu');
      await page.getByRole('option', { name: 'Portugal' }).click();
      await page.getByLabel('Telephone').fill('211 234 567');
      await button(page, 'Save changes').click();
      await page.getByText('First name is empty').waitFor();
      await page.getByLabel('First name').fill('Hugo');
      await button(page, 'Save changes').click();
      await page.getByText('Your profile was saved').waitFor();
      expect((await hugo())?.profile).toMatchObject({ country: 'PT', telephone: '+351211234567' });
    }));

  test('that was changed from elsewhere meanwhile is not overwritten, and nothing that was typed is lost', async () => {
    await alter(served.api, 'Hugo', {}, { profile });
    await asHugo('', async page => {
      await page.getByLabel('City').fill('Lisbon');
      await alter(
        served.api,
        'Hugo',
        {},
        { profile: { ...profile, city: 'Braga', title: 'Director' }, language: 'fr' },
      );
      await button(page, 'Save changes').click();
      const meanwhile = page.getByRole('region', { name: /changed this in the meantime/ });
      await meanwhile.getByText('Braga').waitFor();
      expect(await page.getByLabel('City').inputValue()).toBe('Lisbon');
      expect(await page.getByLabel('Job title').inputValue()).toBe('Director');
      await button(page, 'Save changes').click();
      await page.getByText('Your profile was saved').waitFor();
    });
    expect(await hugo()).toMatchObject({ profile: { city: 'Lisbon', title: 'Director' }, language: 'fr' });
  });

  test('is saved after the address was changed meanwhile, which is another matter', () =>
    asHugo('', async page => {
      await page.getByLabel('City').fill('Lisbon');
      await askForEmail(served.api, 'Hugo', 'hugo@example.org');
      await button(page, 'Save changes').click();
      await page.getByRole('region', { name: /changed this in the meantime/ }).waitFor({ state: 'detached' });
      await button(page, 'Save changes').click();
      await page.getByText('Your profile was saved').waitFor();
    }));

  test('that was typed into is not left without a question', () =>
    asHugo('', async page => {
      await page.getByLabel('City').fill('Lisbon');
      await page.getByRole('link', { name: 'Sessions' }).click();
      await button(page, 'Keep editing').click();
      expect(await page.getByLabel('City').inputValue()).toBe('Lisbon');
      await page.getByRole('link', { name: 'Sessions' }).click();
      await button(page, 'Discard').click();
      await page.getByText('This session').waitFor();
    }));
});

describe('the email', () => {
  test('waits to be confirmed, and the change can be called off', () =>
    asHugo('/security', async page => {
      await button(page, 'Change email').click();
      await page.getByLabel('New email').fill('hugo@example.org');
      await page.getByLabel('Present password').fill('not the password');
      await button(page, 'Send the link').click();
      await page.getByText('The present password is wrong').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
      await page.getByLabel('Present password').fill(password);
      await button(page, 'Send the link').click();
      await page.getByText('hugo@example.org waits to be confirmed').waitFor();
      await page.getByText(/within 2h/).waitFor();
      await button(page, 'Cancel the change').click();
      await page.getByText('hugo@example.org waits to be confirmed').waitFor({ state: 'detached' });
      expect((await hugo())?.emailChange).toBeUndefined();
    }));
});

describe('the password', () => {
  test('is changed by whoever knows it, and every other session ends', async () => {
    await signInAs(served.api, 'Hugo');
    await asHugo('/security', async page => {
      await button(page, 'Change password').click();
      await page.locator('[name=current]:focus').waitFor();
      await page.getByLabel('Present password').fill(password);
      await page.getByLabel('New password').fill('password password');
      await button(page, 'Save password').click();
      await page.locator('[aria-invalid=true][name=password]').waitFor();
      await page.getByLabel('New password').fill('a short and noisy verse');
      await button(page, 'Save password').click();
      await page.getByText('Your password was changed').waitFor();
      await page.getByRole('link', { name: 'Sessions' }).click();
      await page.getByText('This session').waitFor();
      expect(await page.getByRole('listitem').count()).toBe(1);
    });
    expect(served.api.front.world.identity.passwords.get(idOf('Hugo'))).toBe('a short and noisy verse');
  });
});

describe('second factors', () => {
  test('are set up from here and lead back, and removing the last one is refused where one is required', async () => {
    await asHugo('/security', async page => {
      await page.getByRole('link', { name: 'Set up authenticator app' }).click();
      const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
      await page.getByLabel('The six digits').fill(codeNow(secret));
      await button(page, 'Confirm').click();
      await page.getByLabel('I have kept them').check();
      await button(page, 'Continue').click();
      await heading(page, 'My profile').waitFor();
      await page.getByText('10 are left').waitFor();

      await alter(served.api, 'Hugo', { requireMfa: true });
      await button(page, 'Remove authenticator app').click();
      await dialog(page).getByRole('button', { name: 'Remove' }).click();
      await page.getByText('The last second factor stays').waitFor();
      await alter(served.api, 'Hugo', { requireMfa: false });
      await dialog(page).getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('link', { name: 'Set up authenticator app' }).waitFor();
    });
    expect((await hugo())?.factors.authenticator).toBeUndefined();
  });

  test('setting one up can be called off', () =>
    asHugo('/security', async page => {
      await page.getByRole('link', { name: 'Set up text messages' }).click();
      await heading(page, 'Set up text messages').waitFor();
      await page.getByRole('link', { name: 'Cancel' }).click();
      await heading(page, 'My profile').waitFor();
    }));

  test('new recovery codes are not lost to Escape', async () => {
    const { as, recoveryCodes } = await enrolApp(served.api, 'Hugo');
    await withSession(served, as, '/account/security', async page => {
      await button(page, 'Make new codes').click();
      await dialog(page).getByRole('button', { name: 'Make new codes' }).click();
      const first = dialog(page).getByRole('listitem').first();
      await first.waitFor();
      expect(recoveryCodes).not.toContain(await first.textContent());
      await page.keyboard.press('Escape');
      await page.getByText('Keep them first').waitFor();
      await page.getByLabel('I have kept them').check();
      await button(page, 'Continue').click();
      await dialog(page).waitFor({ state: 'detached' });
    });
  });
});

describe('sessions', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

  test('are ended one by one, after a question', async () => {
    await signInAs(served.api, 'Hugo', firefox);
    await asHugo('/sessions', async page => {
      await button(page, 'End the session on Firefox on Linux').click();
      await button(page, 'End session').click();
      await page.getByText('The session has ended').waitFor();
      await page.getByText('Firefox on Linux').waitFor({ state: 'detached' });
      expect(asked('end-my-session')).toHaveLength(1);
    });
  });

  test('are ended all but this one, or all', async () => {
    for (let times = 0; times < 3; times++) await signInAs(served.api, 'Hugo', firefox);
    await asHugo('/sessions', async page => {
      await button(page, 'End all others').click();
      await dialog(page).getByRole('button', { name: 'End all others' }).click();
      await page.getByText('Firefox on Linux').first().waitFor({ state: 'detached' });
      await page.getByText('This session').waitFor();
      await button(page, 'Sign out everywhere').click();
      await dialog(page).getByRole('button', { name: 'Sign out everywhere' }).click();
      await heading(page, 'Sign in').waitFor();
      await page.goto(`${served.url}/account`);
      await heading(page, 'Sign in').waitFor();
    });
  });
});
