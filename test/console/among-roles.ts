/** The catalogue, custom roles, groups and projects of the demo's organization, and people who have some of them. */
import { catalogue, formerCatalogue } from '../../infra/local/seed/applications.ts';
import type { CustomRoleView } from '../../shared/contract/custom-roles.ts';
import { operatorOrganization } from '../../shared/contract/ids.ts';
import type { OutputOf, RouteKey } from '../../shared/contract/routes.ts';
import type { AccessPolicy } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { ask, type Session } from '../harness/front.ts';
import type { ConsoleApi } from './api.ts';
import { acme, idOf } from './demo.ts';
import { signInAs } from './people.ts';

export const roleList = `/o/${acme}/roles`;
export const catalogueAt = `/o/${operatorOrganization}/catalogue`;

type Asking = { as: Session; version?: number };

async function must<K extends RouteKey>(
  { front }: ConsoleApi,
  key: K,
  input: object,
  { as, version }: Asking,
): Promise<OutputOf<K>> {
  const headers = version === undefined ? undefined : { 'if-match': `"${version}"` };
  const { status, body } = await ask(front, key, input as never, as, { headers });
  if (status >= 300) throw new Error(`${key}: ${JSON.stringify(body)}`);
  await front.settle();
  return body as OutputOf<K>; // a route that has succeeded answers what the table says
}

/** An operator has said what the applications let people do; one permission was retired since. */
export async function arrangeCatalogue(api: ConsoleApi): Promise<Session> {
  const as = await arrangeOperator(api.front);
  await must(api, 'put-catalogue', { applications: formerCatalogue }, { as, version: 0 });
  return as;
}

async function retire(api: ConsoleApi, as: Session): Promise<void> {
  await must(api, 'put-catalogue', { applications: catalogue }, { as, version: 1 });
}

const sketches = {
  Sales: ['crm.contacts.read', 'crm.contacts.edit', 'crm.deals.read', 'crm.deals.edit'],
  'Support agent': ['crm.contacts.read', 'billing.invoices.read'],
  Finance: [
    'billing.invoices.read',
    'billing.invoices.send',
    'billing.refunds.issue',
    'billing.accounts.edit',
    'reports.print.order',
  ],
  'Reader of everything there is to be read': [
    'crm.contacts.read',
    'crm.deals.read',
    'billing.invoices.read',
  ],
};
type RoleName = keyof typeof sketches;

export type Access = {
  operator: Session;
  roles: Record<RoleName, CustomRoleView>;
  groups: Record<'Europe' | 'Everyone in the warehouse', string>;
  projects: string[];
};

/** Custom roles, groups and projects; the rights are as those of a manager would be who sees to little. */
export async function arrangeAccess(api: ConsoleApi): Promise<Access> {
  const operator = await arrangeCatalogue(api);
  const as = await signInAs(api, 'Ada');
  const roles = {} as Access['roles'];
  for (const [name, permissions] of Object.entries(sketches))
    roles[name as RoleName] = await must(api, 'create-custom-role', { org: acme, name, permissions }, { as });
  await retire(api, operator);
  const group = async (name: string, ...customRoles: RoleName[]) =>
    (
      await must(
        api,
        'create-group',
        { org: acme, name, customRoles: customRoles.map(each => roles[each].id) },
        { as },
      )
    ).id;
  const groups = {
    Europe: await group('Europe', 'Sales'),
    'Everyone in the warehouse': await group('Everyone in the warehouse'),
  };
  const projects: string[] = [];
  for (const name of ['Atlas', 'Borealis', 'Cirrus'])
    projects.push((await must(api, 'create-project', { org: acme, name }, { as })).id);
  return { operator, roles, groups, projects };
}

/** Gives somebody other rights, as Ada does. */
export async function give(api: ConsoleApi, firstName: string, rights: object): Promise<void> {
  const as = await signInAs(api, 'Ada');
  const [user] = await api.front.world.directory.get(ref.user(acme, idOf(firstName)));
  const input = { org: acme, user: idOf(firstName), ...rights };
  await must(api, 'edit-user', input, { as, version: user?.version ?? 0 });
}

/** Grace has something of every kind. */
export async function arrangeGrace(api: ConsoleApi): Promise<Access> {
  const access = await arrangeAccess(api);
  await give(api, 'Grace', {
    role: 'user',
    access: { mode: 'custom', permissions: ['crm.contacts.read', 'reports.dashboards.view'] },
    customRoles: [access.roles.Finance.id, access.roles['Support agent'].id],
    groups: Object.values(access.groups),
    projects: access.projects,
  });
  return access;
}

/** Mateo manages users, and holds no more than the support agents do. */
export async function arrangeLimitedMateo(api: ConsoleApi): Promise<Access> {
  const access = await arrangeAccess(api);
  await give(api, 'Mateo', {
    role: 'manager',
    access: { mode: 'custom', permissions: [] },
    customRoles: [access.roles['Support agent'].id],
  });
  return access;
}

/** What is kept of a custom role. */
export async function storedRole({ front }: ConsoleApi, { id }: CustomRoleView) {
  const [policy] = await front.world.directory.get(ref.policy(acme));
  return policy?.customRoles[id];
}

/** Changes a custom role behind everybody's back, as an administrator elsewhere would. */
export async function alterRole(
  api: ConsoleApi,
  role: CustomRoleView,
  different: Partial<Pick<AccessPolicy['customRoles'][CustomRoleView['id']], 'name' | 'permissions'>>,
): Promise<void> {
  const as = await signInAs(api, 'Ada');
  const version = (await storedRole(api, role))?.version;
  await must(api, 'edit-custom-role', { org: acme, role: role.id, ...different }, { as, version });
}
