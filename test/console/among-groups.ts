/** Groups, projects and jobs of the demo's organization, made as its owner makes them. */
import type { Page } from 'playwright-core';
import type { ContentView, GroupView } from '../../shared/contract/groups.ts';
import type { JobId, RoleId } from '../../shared/contract/ids.ts';
import type { ProjectView } from '../../shared/contract/projects.ts';
import type { OutputOf, RouteKey } from '../../shared/contract/routes.ts';
import type { AccessPolicy, Group } from '../../shared/domain/model-access.ts';
import type { Job, JobItem, JobSlice } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import { next } from '../../shared/domain/user.ts';
import { ask } from '../harness/front.ts';
import { storedUser } from './among-users.ts';
import type { ConsoleApi } from './api.ts';
import { acme, idOf } from './demo.ts';
import { button, dialog } from './locators.ts';
import { signInAs } from './people.ts';

export const groupList = `/o/${acme}/groups`;
export const projectList = `/o/${acme}/projects`;
export const jobList = `/o/${acme}/jobs`;
export const groupAt = ({ id }: { id: string }) => `${groupList}/${id}`;
export const projectAt = ({ id }: { id: string }) => `${projectList}/${id}`;

/** Asks as Ada, who owns the organization. */
async function asAda<K extends RouteKey>(api: ConsoleApi, key: K, input: object): Promise<OutputOf<K>> {
  const { status, body } = await ask(
    api.front,
    key,
    { org: acme, ...input } as never,
    await signInAs(api, 'Ada'),
  );
  if (status >= 300) throw new Error(`${key}: ${JSON.stringify(body)}`);
  await api.front.settle();
  return body as OutputOf<K>; // a route that has succeeded answers what the table says
}

export type Role = { id: RoleId; name: string };

/** Custom roles of these names, with permissions that no catalogue need have. */
export async function makeRoles({ front }: ConsoleApi, ...names: string[]): Promise<Role[]> {
  const { directory, ids, clock } = front.world;
  const roles = names.map(name => ({ id: ids.make('rol'), name }));
  const customRoles = Object.fromEntries(
    roles.map(({ id, name }) => [
      id,
      { version: 1, name, permissions: ['crm.contacts.read'], createdAt: clock.now() },
    ]),
  ) as AccessPolicy['customRoles'];
  const entity = { type: 'policy', version: 1, organization: acme, customRoles, groups: {} } as const;
  const { ok } = await directory.commit({ changes: [{ do: 'create', entity }], events: [] });
  if (!ok) throw new Error('there is a policy already');
  return roles;
}

type More = Partial<Pick<GroupView, 'description' | 'externalId'>> & { customRoles?: RoleId[] };

export async function makeGroup(
  api: ConsoleApi,
  name: string,
  members: readonly string[] = [],
  more: More = {},
): Promise<GroupView> {
  const group = await asAda(api, 'create-group', { name, ...more });
  for (const one of members) await asAda(api, 'add-group-member', { group: group.id, user: idOf(one) });
  return group;
}

export async function grant(api: ConsoleApi, group: GroupView, ...content: ContentView[]): Promise<void> {
  for (const one of content) await asAda(api, 'grant-content', { group: group.id, ...one });
}

export const reports: ContentView = { type: 'folder', id: '2024-reports', name: 'Annual reports 2024' };
export const handbook: ContentView = { type: 'document', id: 'handbook', name: 'Support handbook' };

/** Four groups as an organization may have them; the last is the one that has everything. */
export async function makeGroups(api: ConsoleApi): Promise<GroupView> {
  const [agent, reader, approver] = await makeRoles(api, 'Support agent', 'Report reader', 'Refund approver');
  if (!agent || !reader || !approver) throw new Error('three were made');
  await makeGroup(api, 'Design', ['Mei', 'Léa'], { description: 'Everybody who draws' });
  await makeGroup(api, 'Engineering', [], { externalId: 'eng-001', customRoles: [reader.id] });
  await makeGroup(api, 'Finance & controlling');
  const support = await makeGroup(api, 'Support', ['Priya', 'Noah', 'Zanele', 'Mei', 'Grace', 'Carmen'], {
    description: 'Answers customers, and may pay back what went wrong.',
    externalId: 'scim-4711',
    customRoles: [agent.id, reader.id, approver.id],
  });
  await grant(api, support, reports, handbook);
  return support;
}

export async function makeProject(
  api: ConsoleApi,
  name: string,
  members: readonly string[] = [],
  description?: string,
): Promise<ProjectView> {
  const project = await asAda(api, 'create-project', {
    name,
    ...(description && { description }),
  });
  for (const one of members) await asAda(api, 'add-project-member', { project: project.id, user: idOf(one) });
  return project;
}

/** More people of the demo than are changed one by one, by their first names. */
export const many = (
  'Priya,Mateo,Yuki,Léa,Noah,Zanele,Oskar,Mei,Tariq,Ingrid,Kwame,Sofia,Daniel,Amara,Luca,Hannah,Omar,Elif,Nina,Jonas,' +
  'Chloé,Ravi,Fatima,Emil'
).split(',');

/** A job of which some is done, as it is while it runs: kept as it is, because nobody works on it. */
export async function makeJob(
  { front }: ConsoleApi,
  about: Job['about'],
  different: Partial<Job> = {},
  items: readonly JobItem[] = [],
): Promise<JobId> {
  const { directory, ids, clock } = front.world;
  const id = ids.make('job');
  const job: Job = {
    ...{ type: 'job', version: 1, organization: acme, id, kind: 'change-group-members', state: 'running' },
    about: about && { id: about.id, name: about.name },
    startedBy: { organization: acme, person: idOf('Ada') },
    ...{ slices: 1, done: 0, progress: { done: 340, failed: 0, skipped: 2, total: 1204 } },
    createdAt: plusMinutes(clock.now(), -2),
    ...different,
  };
  const slice: JobSlice = {
    ...{ type: 'job-slice', version: 1, organization: acme, job: id, number: 0, items: [...items] },
  };
  const { ok } = await directory.commit({
    changes: [
      { do: 'create', entity: job },
      { do: 'create', entity: slice },
    ],
    events: [],
  });
  if (!ok) throw new Error('the job could not be kept');
  return id;
}

/** One of each outcome. */
export const outcomes: readonly JobItem[] = [
  { user: idOf('Priya'), action: 'add', outcome: 'done' },
  { user: idOf('Mateo'), action: 'add', outcome: 'skipped', reason: 'Is in the group already.' },
  {
    user: idOf('Yuki'),
    action: 'add',
    outcome: 'failed',
    reason: 'You can only invite, change or remove people whose role yours may manage.',
  },
  { user: idOf('Noah'), action: 'remove', outcome: 'waiting' },
];

/** Changes a group behind everybody's back, as an administrator elsewhere would. */
export async function changeGroup(
  { front }: ConsoleApi,
  { id }: Pick<GroupView, 'id'>,
  different: Partial<Group>,
): Promise<void> {
  const { directory } = front.world;
  const [before] = await directory.get(ref.group(acme, id));
  if (!before) throw new Error('there is no such group');
  const after = next(before, different);
  const { ok } = await directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
  if (!ok) throw new Error('the group could not be changed');
}

/** A job gets further. */
export async function moveJob({ front }: ConsoleApi, id: JobId, different: Partial<Job>): Promise<void> {
  const { directory } = front.world;
  const [before] = await directory.get(ref.job(acme, id));
  if (!before) throw new Error('there is no such job');
  const after = next(before, different);
  const { ok } = await directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
  if (!ok) throw new Error('the job could not be moved');
}

/** The groups or projects that somebody is in, as they are kept. */
export async function namedOf(
  api: ConsoleApi,
  firstName: string,
  kind: 'groups' | 'projects',
): Promise<readonly string[]> {
  return (await storedUser(api, firstName))?.[kind] ?? [];
}

/** Opens the drawer that adds people, and chooses some. */
export async function choosePeople(page: Page, ...names: string[]): Promise<void> {
  await button(page, 'Add people').first().click();
  for (const name of names) {
    await dialog(page).getByLabel('Search people').fill(name);
    await dialog(page).getByRole('checkbox', { name }).check();
  }
}
