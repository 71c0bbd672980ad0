import { test } from 'vitest';
import { askFor, pick } from '../console/among-many.ts';
import { button, link } from '../console/locators.ts';
import { arrive, asDemo, inBrowser, look, openStage, signIn } from './stage.ts';

const stage = openStage();

test('many are deactivated at once, are out, and are back by Undo', () =>
  asDemo(stage, 'owner', async owner => {
    const users = [await arrive(stage), await arrive(stage)];
    const names = users.map(({ name }) => name);
    await owner.reload();
    await owner.getByRole('searchbox', { name: 'Search users' }).fill('Nora Arrival');
    // Whoever is chosen before the list is another would be chosen no more.
    await owner.waitForURL(/q=Nora/);
    await link(owner, 'Amara Okafor').waitFor({ state: 'detached' });
    await pick(owner, ...names);
    await look(owner, 'bulk-chosen');
    await askFor(owner, 'Deactivate');
    await owner.getByText('2 users will be deactivated').waitFor();
    await look(owner, 'bulk-asked');
    await button(owner, 'Deactivate 2 users').click();
    await owner.getByText('2 users were deactivated.').waitFor();
    for (const name of names) await link(owner, name).waitFor({ state: 'detached' });
    // Resting on it keeps the way back while the others try to get in.
    await owner.getByRole('region', { name: 'Deactivate users' }).hover();
    await inBrowser('deactivated', async page => {
      for (const user of users) {
        await signIn(page, stage, user);
        await page.getByText('Your access is switched off').waitFor();
        await page.goto('about:blank');
      }
    });
    await button(owner, 'Undo').click();
    await owner.getByText('2 users are active again.').waitFor();
    for (const name of names) await link(owner, name).waitFor();
  }));
