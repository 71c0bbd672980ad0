/** The stops of the tour among groups, projects and jobs. */
import type { Page } from 'playwright-core';
import type { GroupView } from '../../shared/contract/groups.ts';
import {
  changeGroup,
  groupList,
  jobList,
  makeGroup,
  makeGroups,
  makeJob,
  makeProject,
  outcomes,
  projectList,
} from './among-groups.ts';
import type { ConsoleApi } from './api.ts';
import { acme } from './demo.ts';
import { button, dialog } from './locators.ts';
import type { Arrive, Stop } from './stop.ts';

/** A stop where Ada is signed in, before whom there are groups and projects. */
const stop = (name: string, path: string, arrive?: Arrive, before: Stop['before'] = everything): Stop => ({
  name,
  path,
  signedIn: true,
  before,
  arrive,
});

async function everything(api: ConsoleApi): Promise<GroupView> {
  const support = await makeGroups(api);
  await makeProject(api, 'Atlas', ['Léa', 'Noah'], 'The new warehouse in Rotterdam');
  await makeProject(api, 'Borealis rollout', ['Noah']);
  return support;
}

const open =
  (name: string, then?: Arrive): Arrive =>
  async (page, api) => {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await then?.(page, api);
  };

const press =
  (name: string): Arrive =>
  async page => {
    await button(page, name).first().click();
    await dialog(page).waitFor();
  };

const fromMenu =
  (name: string, deed: string): Arrive =>
  async page => {
    await button(page, `Actions for ${name}`).click();
    await page.getByRole('menuitem', { name: deed }).click();
    await dialog(page).waitFor();
  };

const chooses = async (page: Page, ...names: string[]) => {
  for (const name of names) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
};

const groups: Stop[] = [
  stop('groups', groupList),
  stop('groups-empty', groupList, undefined, async () => undefined),
  stop('groups-problem', groupList, undefined, async api => {
    api.interfere = key => (key === 'list-groups' ? 'not-allowed' : undefined);
  }),
  stop('group-create', groupList, press('New group')),
  stop('group-create-roles', groupList, async (page, api) => {
    await press('New group')(page, api);
    await page.getByLabel('Custom roles').first().click();
    await page.getByRole('option', { name: 'Report reader' }).click();
    await page.getByLabel('Custom roles').first().click();
  }),
  stop('group-create-taken', groupList, async (page, api) => {
    await press('New group')(page, api);
    await dialog(page).getByLabel('Name', { exact: true }).fill('Care');
    await dialog(page).getByLabel('External id').fill('scim-4711');
    await button(page, 'Create group').click();
    await page.getByText('That external id is taken').waitFor();
  }),
  stop('group', groupList, open('Support')),
  stop(
    'group-menu',
    groupList,
    open('Support', page => button(page, 'Actions for Support').click()),
  ),
  stop('group-empty', groupList, open('Finance & controlling')),
  stop(
    'group-selected',
    groupList,
    open('Support', page => chooses(page, 'Select Priya', 'Select Noah')),
  ),
  stop(
    'group-removed',
    groupList,
    open('Support', async page => {
      await button(page, 'Remove Noah Weiss').click();
      await button(page, 'Undo').waitFor();
    }),
  ),
  stop('group-edit', groupList, open('Support', press('Edit'))),
  stop(
    'group-edit-stale',
    groupList,
    open('Support', async (page, api) => {
      await press('Edit')(page, api);
      await dialog(page).getByLabel('Name', { exact: true }).fill('Customer support');
      await renameSupport(api, 'Care');
      await button(page, 'Save changes').click();
      await page.getByText('Somebody else has changed').waitFor();
    }),
  ),
  stop('group-delete', groupList, open('Support', fromMenu('Support', 'Delete'))),
  stop('group-content', groupList, open('Support', toContent)),
  stop('group-content-empty', groupList, open('Design', toContent)),
  stop(
    'group-content-add',
    groupList,
    open('Support', async (page, api) => {
      await toContent(page, api);
      await press('Add content')(page, api);
    }),
  ),
  stop(
    'group-content-wrong',
    groupList,
    open('Support', async (page, api) => {
      await toContent(page, api);
      await press('Add content')(page, api);
      await dialog(page).getByLabel('Type').fill('Data Source');
      await button(page, 'Grant content').click();
      await page.getByText('is not a type such as').waitFor();
    }),
  ),
];

async function toContent(page: Page, _: ConsoleApi): Promise<void> {
  await page.getByRole('link', { name: /^Content/ }).click();
  await button(page, 'Add content').waitFor();
}

async function renameSupport(api: ConsoleApi, name: string): Promise<void> {
  const { items } = await api.front.world.directory.list({ of: 'group', organization: acme }, { limit: 10 });
  const support = items.find(group => group.name === 'Support');
  if (support) await changeGroup(api, support, { name });
}

const adding: Stop[] = [
  stop('group-add', groupList, open('Support', press('Add people'))),
  stop(
    'group-add-chosen',
    groupList,
    open('Support', async (page, api) => {
      await press('Add people')(page, api);
      await chooses(page, 'Omar Farouk', 'Mateo', 'Fatima');
    }),
  ),
  stop(
    'group-add-nobody',
    groupList,
    open('Support', async (page, api) => {
      await press('Add people')(page, api);
      await dialog(page).getByLabel('Search people').fill('Zanzibar');
      await page.getByText('Nobody’s name or address').waitFor();
    }),
  ),
  stop(
    'group-paste',
    groupList,
    open('Support', async (page, api) => {
      await press('Add people')(page, api);
      await button(page, 'Paste a list').click();
    }),
  ),
  stop(
    'group-paste-found',
    groupList,
    open('Support', async (page, api) => {
      await press('Add people')(page, api);
      await button(page, 'Paste a list').click();
      await dialog(page)
        .getByLabel('Addresses or ids')
        .fill('Omar.Farouk@example.com, hugo.martins@example.com\nnobody@example.com; mei.chen@example.com');
      await button(page, 'Look them up').click();
      await page.getByText('2 people can be added').waitFor();
    }),
  ),
];

const projects: Stop[] = [
  stop('projects', projectList),
  stop('projects-empty', projectList, undefined, async () => undefined),
  stop('project-create', projectList, press('New project')),
  stop('project', projectList, open('Atlas')),
  stop('project-edit', projectList, open('Atlas', press('Edit'))),
  stop('project-add', projectList, open('Atlas', press('Add people'))),
  stop('project-delete', projectList, open('Atlas', fromMenu('Atlas', 'Delete'))),
];

const runningAndDone: Stop['before'] = async api => {
  const support = await everything(api);
  const done = { done: 1180, failed: 4, skipped: 20, total: 1204 };
  const { clock } = api.front.world;
  await makeJob(api, support, { state: 'done', progress: done, finishedAt: clock.now() });
  await makeJob(api, support, {}, outcomes);
  const nothing = { done: 0, failed: 0, skipped: 0, total: 90 };
  const design = await makeGroup(api, 'Design interns');
  await makeJob(api, design, { kind: 'unassign', state: 'queued', progress: nothing, startedBy: undefined });
};

const jobs: Stop[] = [
  stop('jobs', jobList, undefined, runningAndDone),
  stop('jobs-empty', jobList, undefined, async () => undefined),
  stop(
    'job',
    jobList,
    async page => {
      await page
        .getByRole('row', { name: /Running/ })
        .getByRole('link')
        .click();
      await page.getByText('Is in the group already').waitFor();
      await page.getByText('Priya Shah').waitFor();
    },
    runningAndDone,
  ),
  stop(
    'group-jobs',
    groupList,
    open('Support', page => page.getByText('342 of').waitFor()),
    runningAndDone,
  ),
];

export const stopsAmongGroups: readonly Stop[] = [...groups, ...adding, ...projects, ...jobs];
