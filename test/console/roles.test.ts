/** Custom roles are changed together, by several people at once, and deleted with open eyes; the operator keeps the catalogue. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../console/features/catalogue/catalogue-changes.ts';
import { documentOf, readDocument } from '../../console/features/catalogue/catalogue-document.ts';
import { onTheirs, turned } from '../../console/features/roles/drafts.ts';
import { Catalogue, type PermissionKey } from '../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../shared/contract/custom-roles.ts';
import {
  alterRole,
  arrangeAccess,
  arrangeCatalogue,
  arrangeGrace,
  arrangeLimitedMateo,
  catalogueAt,
  roleList,
  storedRole,
} from './among-roles.ts';
import { button, dialog } from './locators.ts';
import { withSession } from './signed-in.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const box = (page: Page, permission: string, role: string) =>
  page.getByRole('checkbox', { name: `${permission} for ${role}` });

async function deed(page: Page, role: string, words: string): Promise<void> {
  await button(page, `Actions for ${role}`).click();
  await page.getByRole('menuitem', { name: words }).click();
}

describe('the matrix', () => {
  test('collects changes of several roles, and saves them with one press', async () => {
    const { roles } = await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await box(page, 'Export contacts', 'Sales').check();
      await box(page, 'See contacts', 'Support agent').uncheck();
      await page.getByText('2 roles changed').waitFor();
      expect((await storedRole(served.api, roles.Sales))?.permissions).not.toContain('crm.contacts.export');
      await button(page, 'Save changes').click();
      await page.getByText('Sales, Support agent saved').waitFor();
      expect((await storedRole(served.api, roles.Sales))?.permissions).toContain('crm.contacts.export');
      expect((await storedRole(served.api, roles['Support agent']))?.permissions).toEqual([
        'billing.invoices.read',
      ]);
      await page.getByText('2 roles changed').waitFor({ state: 'detached' });
    });
  });

  test('is walked through by arrow keys, and asks before changes are lost', async () => {
    await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await box(page, 'Approve discounts', 'Sales').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      expect(await box(page, 'See invoices', 'Support agent').isChecked()).toBe(false);
      await page.getByRole('link', { name: 'Users' }).click();
      await button(page, 'Keep editing').click();
      await page.getByText('1 role changed').waitFor();
      await button(page, 'Discard').click();
      expect(await box(page, 'See invoices', 'Support agent').isChecked()).toBe(true);
    });
  });

  test('shows what somebody else has saved meanwhile, and loses neither', async () => {
    const { roles } = await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await box(page, 'Export contacts', 'Sales').check();
      const permissions = roles.Sales.permissions.filter(key => key !== 'crm.contacts.read');
      await alterRole(served.api, roles.Sales, { permissions });
      await button(page, 'Save changes').click();
      await page
        .getByRole('region', { name: /changed this in the meantime/ })
        .getByText('No', { exact: true })
        .waitFor();
      expect(await box(page, 'See contacts', 'Sales').isChecked()).toBe(false);
      expect(await box(page, 'Export contacts', 'Sales').isChecked()).toBe(true);
      await button(page, 'Save changes').click();
      await page.getByText('Sales saved').waitFor();
      const after = (await storedRole(served.api, roles.Sales))?.permissions;
      expect(new Set(after)).toEqual(new Set([...permissions, 'crm.contacts.export']));
    });
  });

  test('goes on by itself where somebody else has only renamed the role', async () => {
    const { roles } = await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await box(page, 'Export contacts', 'Sales').check();
      await alterRole(served.api, roles.Sales, { name: 'Field sales' });
      await button(page, 'Save changes').click();
      await page.getByText('Field sales saved').waitFor();
    });
  });

  test('takes a retired permission away, and does not give it anew', async () => {
    await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      expect(await box(page, 'Order prints', 'Sales').isDisabled()).toBe(true);
      await box(page, 'Order prints', 'Finance').uncheck();
      await button(page, 'Save changes').click();
      await page.getByText('Finance saved').waitFor();
      await page.getByRole('rowheader', { name: /Order prints/ }).waitFor({ state: 'detached' });
    });
  });

  test('is only to be seen by managers', async () => {
    await arrangeLimitedMateo(served.api);
    await as('Mateo', roleList, async page => {
      await page.getByText('Owners and admins change').waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      expect(await button(page, 'Create role').count()).toBe(0);
    });
  });

  test('is one role at a time on a phone', async () => {
    await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByLabel('Custom role', { exact: true }).selectOption('Sales');
      await page.getByRole('switch', { name: 'Export contacts' }).press('Space');
      await button(page, 'Save changes').click();
      await page.getByText('Sales saved').waitFor();
    });
  });
});

describe('a custom role', () => {
  test('is created with permissions; a name that is taken is told at the field', async () => {
    await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await button(page, 'Create role').click();
      await dialog(page).getByLabel('Name').fill('Sales');
      await dialog(page).getByRole('switch', { name: 'See deals' }).press('Space');
      await button(page, 'Create role').last().click();
      await page.getByText('That name is taken').waitFor();
      await dialog(page).getByLabel('Name').fill('Partners');
      await button(page, 'Create role').last().click();
      await page.getByText('“Partners” was created').waitFor();
      expect(await box(page, 'See deals', 'Partners').isChecked()).toBe(true);
    });
  });

  test('is renamed while its permissions are being changed', async () => {
    const { roles } = await arrangeAccess(served.api);
    await as('Ada', roleList, async page => {
      await box(page, 'Export contacts', 'Sales').check();
      await deed(page, 'Sales', 'Rename');
      await dialog(page).getByLabel('Name').fill('Field sales');
      await button(page, 'Save changes').last().click();
      await page.getByText('“Field sales” was saved').waitFor();
      await button(page, 'Save changes').click();
      await page.getByText('Field sales saved').waitFor();
      expect((await storedRole(served.api, roles.Sales))?.permissions).toContain('crm.contacts.export');
    });
  });

  test('is deleted once it was seen what that takes from whom', async () => {
    const { roles } = await arrangeGrace(served.api);
    await as('Ada', roleList, async page => {
      await deed(page, 'Sales', 'Delete');
      await dialog(page).getByText('1 group loses it, with all its members').waitFor();
      await dialog(page).getByText('Europe (1 member)').waitFor();
      await dialog(page).getByText('CRM: See contacts').waitFor();
      expect(await button(page, 'Delete role').isDisabled()).toBe(true);
      await dialog(page).getByLabel('Type Sales to confirm').fill('Sales');
      await button(page, 'Delete role').click();
      await page.getByText('“Sales” was deleted').waitFor();
      expect(await storedRole(served.api, roles.Sales)).toBeUndefined();
    });
  });
});

describe('drafts', () => {
  const keys = (...words: string[]) => words.map(word => `crm.${word}` as PermissionKey);
  const role = (...words: string[]) => ({ id: 'rol_1', version: 1, permissions: keys(...words) }) as never;
  test('a role that is as it was is none', () => {
    const one: CustomRoleView = role('a');
    const [b] = keys('b');
    if (!b) throw new Error('one was made');
    expect(turned(turned({}, one, b), one, b)).toEqual({});
  });
  test('on what somebody else has saved, what was turned stays turned', () => {
    const { draft, meanwhile } = onTheirs(
      { base: role('a', 'b'), permissions: keys('a', 'c') },
      role('b', 'd'),
    );
    expect(new Set(draft.permissions)).toEqual(new Set(keys('c', 'd')));
    expect(meanwhile.map(({ field, theirs }) => [field, theirs])).toEqual([
      ['crm.a', false],
      ['crm.d', true],
    ]);
  });
});

describe('the catalogue', () => {
  const asOperator = async (use: (page: Page) => Promise<void>) =>
    withSession(served, (await arrangeAccess(served.api)).operator, catalogueAt, use);
  const field = (page: Page) => page.getByLabel('The whole catalogue, as JSON');
  const rewrite = async (page: Page, from: string, to: string) =>
    field(page).fill((await field(page).inputValue()).replace(from, to));

  test('says what will be retired before it is, and what is wrong with its line', () =>
    asOperator(async page => {
      await button(page, 'Edit').click();
      await rewrite(page, '"crm.contacts.export"', '"billing.contacts.export"');
      await page.getByText('Retired', { exact: true }).waitFor();
      await button(page, 'Save').click();
      await dialog(page).getByText('CRM: Export contacts (crm.contacts.export)').waitFor();
      await button(page, 'Retire and save').click();
      await page.getByText('does not begin with crm').waitFor();
      await rewrite(page, '"billing.contacts.export"', '"crm.contacts.take-out"');
      await button(page, 'Save').click();
      await button(page, 'Retire and save').click();
      await page.getByText('The catalogue was saved').waitFor();
      await page.getByText('crm.contacts.take-out').waitFor();
    }));

  test('that somebody else has changed is not overwritten unseen', async () => {
    const operator = await arrangeCatalogue(served.api);
    await withSession(served, operator, catalogueAt, async page => {
      await button(page, 'Edit').click();
      await rewrite(page, 'See contacts', 'Look at contacts');
      const elsewhere = await (await page.context().newPage()).goto(page.url());
      expect(elsewhere?.ok()).toBe(true);
      const other = page.context().pages().at(-1);
      if (!other) throw new Error('one was opened');
      await button(other, 'Edit').click();
      await rewrite(other, 'Work on deals', 'Move deals');
      await button(other, 'Save').click();
      await other.getByText('The catalogue was saved').waitFor();
      await button(page, 'Save').click();
      const theirs = page.getByRole('region', { name: /changed this in the meantime/ });
      await theirs.getByText('CRM: Move deals').waitFor();
      await button(page, 'Take theirs').click();
      expect(await field(page).inputValue()).toContain('Move deals');
    });
  });

  test('as a document: what is retired is left out, and every fault has its line', () => {
    const kept = Catalogue.parse({
      version: 1,
      applications: [
        {
          key: 'crm',
          name: 'CRM',
          permissions: [
            { key: 'crm.a', name: 'A', explanation: 'It is a.' },
            { key: 'crm.b', name: 'B', explanation: 'It is b.', retiredAt: '2026-01-01T00:00:00.000Z' },
          ],
        },
      ],
    });
    const text = documentOf(kept);
    const read = readDocument(text);
    expect(read.ok && changesBetween(kept, read.value)).toEqual({
      retired: [],
      back: [],
      added: [],
      reworded: [],
    });
    const faults = (wrong: string) => {
      const again = readDocument(wrong);
      return again.ok ? [] : again.faults.map(({ line, message }) => [line, message]);
    };
    expect(faults(text.replace('"crm.a"', '"A"'))).toEqual([
      [8, expect.stringContaining('key is not a key')],
    ]);
    expect(faults(text.replace('"name": "A",', ''))).toEqual([
      [7, expect.stringContaining('name is missing')],
    ]);
    expect(faults(text.replace('],', ']'))).toEqual([]);
    expect(faults(text.replace('"crm",', '"crm"'))).toEqual([[5, expect.stringContaining('no JSON')]]);
  });
});
