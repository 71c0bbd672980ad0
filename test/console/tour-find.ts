/** The stops of the tour where users are found: searched, filtered, in other columns, and in saved views. */
import type { Page } from 'playwright-core';
import { columnKeys } from '../../console/features/users/list-columns.ts';
import type { RouteKey, SentTo } from '../../shared/contract/routes.ts';
import { ask } from '../harness/front.ts';
import { makeGroup, makeGroups, many } from './among-groups.ts';
import { userList } from './among-users.ts';
import { alter, type ConsoleApi } from './api.ts';
import { acme } from './demo.ts';
import { button, dialog } from './locators.ts';
import { signInAs } from './people.ts';
import { type Stop, stop } from './stop.ts';

const inMenu =
  (filter?: string): Stop['arrive'] =>
  async page => {
    await page.getByRole('table').waitFor();
    await button(page, 'Filter').first().click();
    if (filter) await dialog(page).getByRole('button', { name: filter, exact: true }).click();
    await dialog(page)
      .getByRole(filter ? 'group' : 'button')
      .first()
      .waitFor();
  };

const opened =
  (name: string): Stop['arrive'] =>
  async page => {
    await page.getByRole('table').waitFor();
    await button(page, name).click();
    await dialog(page).getByRole('button').or(dialog(page).getByRole('group')).first().waitFor();
  };

const askToSave: Stop['arrive'] = async page => {
  await button(page, 'Views').click();
  await button(page, 'Save this list…').click();
  await dialog(page).getByLabel('Name').waitFor();
};

async function manyGroups(api: ConsoleApi): Promise<void> {
  for (const name of many.slice(0, 12)) await makeGroup(api, `Team of ${name}`);
}

const views: SentTo<'save-view'>[] = [
  { org: acme, name: 'Managers without a second factor', search: 'role=manager&mfa=none' },
  { org: acme, name: 'Quiet for long', search: 'sort=lastActiveAt&active=over-90-days' },
  { org: acme, name: 'Bounced', search: 'tab=pending&delivery=bounced' },
];

async function saveViews(api: ConsoleApi): Promise<void> {
  const ada = await signInAs(api, 'Ada');
  for (const view of views) await ask(api.front, 'save-view' satisfies RouteKey, view as never, ada);
}

/** The server says each time that there is more, and of nobody. */
async function findNobody(page: Page): Promise<void> {
  await page.route(/\/users\?.*q=/, route => route.fulfill({ json: { items: [], nextCursor: 'further' } }));
  await page.getByLabel('Search users').fill('zoe');
  await page.getByText('Nobody found so far').waitFor();
}

const chips = `${userList}?q=m&role=admin&role=manager&role=user&active=30-days&mfa=none&sort=-lastActiveAt`;

export const stopsOfFinding: readonly Stop[] = [
  stop('find-chips', chips),
  stop('find-nobody', `${userList}?q=zoe&role=admin`),
  stop('find-nobody-yet', userList, findNobody),
  stop('find-filters', userList, inMenu()),
  stop('find-role', `${userList}?role=admin&role=owner`, inMenu()),
  stop('find-type', userList, inMenu('Type')),
  stop('find-groups', userList, inMenu('Group'), manyGroups),
  stop('find-group-none', userList, inMenu('Group')),
  stop('find-active', `${userList}?active=2026-01-01..2026-12-31`, async page => {
    await page
      .getByRole('list', { name: 'Filters' })
      .getByRole('button', { name: 'Last active' })
      .first()
      .click();
    await dialog(page).getByLabel('From').waitFor();
  }),
  stop('find-columns', `${userList}?columns=email,role,type`, opened('Columns')),
  stop('find-all-columns', `${userList}?columns=${columnKeys}&inactive=shown`, undefined, async api => {
    await makeGroups(api);
    await alter(api, 'Hugo', { approved: false });
  }),
  stop('find-views-none', userList, opened('Views')),
  stop('find-views', `${userList}?role=manager&mfa=none`, opened('Views'), saveViews),
  stop('find-save-view', chips, askToSave),
  stop(
    'find-replace-view',
    chips,
    async (page, api) => {
      await askToSave?.(page, api);
      await dialog(page).getByLabel('Name').fill('bounced');
      await button(page, 'Save').last().click();
      await page.getByText('Replace the view?').waitFor();
    },
    saveViews,
  ),
];
