import { expect, test } from 'vitest';
import { button, dialog, link } from '../console/locators.ts';
import { arrive, asDemo, look, openStage } from './stage.ts';

const stage = openStage();

test('somebody is found among many by words and filters, and the list is saved as a view', () =>
  asDemo(stage, 'owner', async owner => {
    const { name } = await arrive(stage);
    await stage.front.settle();
    const word = name.split(' ')[1] ?? name;
    const typed = owner.getByRole('searchbox', { name: 'Search users' });
    await owner.keyboard.press('/');
    await owner.keyboard.type(`${word.slice(0, 12)} nor`);
    await link(owner, name).waitFor();

    await button(owner, 'Filter').click();
    await dialog(owner).getByRole('button', { name: 'Role', exact: true }).click();
    await dialog(owner).getByLabel('Admin', { exact: true }).check();
    await owner.getByText('Nobody matches').waitFor();
    await dialog(owner).getByLabel('User', { exact: true }).check();
    await link(owner, name).waitFor();
    await owner.keyboard.press('Escape');
    await look(owner, 'found');

    await button(owner, 'Columns').click();
    await dialog(owner).getByLabel('Created').check();
    await owner.keyboard.press('Escape');
    await owner.getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
    const search = () => new URL(owner.url()).search;
    await expect.poll(search).toContain('sort=createdAt');
    const saved = search();

    await button(owner, 'Views').click();
    await button(owner, 'Save this list…').click();
    await dialog(owner).getByLabel('Name').fill(`For ${word}`);
    await button(owner, 'Save').last().click();
    await owner.getByText(`saved as “For ${word}”`).waitFor();

    await button(owner, 'Reset filters').click();
    await expect.poll(() => typed.inputValue()).toBe('');
    await button(owner, 'Views').click();
    await link(owner, `For ${word}`).click();
    await link(owner, name).waitFor();
    await expect.poll(search).toBe(saved);
    await expect.poll(() => typed.inputValue()).toContain('nor');

    await button(owner, 'Views').click();
    await button(owner, `Delete view For ${word}`).click();
    await owner.getByText('was deleted').waitFor();
    expect(await link(owner, `For ${word}`).count()).toBe(0);
  }));
