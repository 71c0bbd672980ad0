/** Defines what there is to give, by the product's use cases: the catalogue for all, the rest in each organization. */
import { putCatalogue } from '../../../functions/http/access/put-catalogue.ts';
import { grantContent } from '../../../functions/http/content/grant-content.ts';
import { createCustomRole } from '../../../functions/http/custom-roles/create-custom-role.ts';
import { createGroup } from '../../../functions/http/groups/create-group.ts';
import { createProject } from '../../../functions/http/projects/create-project.ts';
import { Access } from '../../../shared/contract/access.ts';
import { PutCatalogue } from '../../../shared/contract/catalogue.ts';
import { CreateCustomRole } from '../../../shared/contract/custom-roles.ts';
import { CreateGroup, PutContent } from '../../../shared/contract/groups.ts';
import type { GroupId, ProjectId, RoleId } from '../../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import type { DemoAccess, DemoGroup } from './rights.ts';
import { asking, must, type SeedWorld } from './stage.ts';

export async function putApplications(
  applications: object[],
  { operator, expectedVersion }: { operator: OrganizationActor; expectedVersion: number },
  world: SeedWorld,
): Promise<void> {
  const ask = { ...asking(operator, { expectedVersion }), input: PutCatalogue.parse({ applications }) };
  must(await putCatalogue(ask, world), 'No catalogue');
}

/** What there is, by name. */
type Ids<T> = Map<string, T>;
export type Defined = { roles: Ids<RoleId>; groups: Ids<GroupId>; projects: Ids<ProjectId>; of: DemoAccess };

/** One after the other: custom roles and what groups carry are kept together. */
export async function defineAccess(
  of: DemoAccess,
  owner: OrganizationActor,
  world: SeedWorld,
): Promise<Defined> {
  const defined: Defined = { roles: new Map(), groups: new Map(), projects: new Map(), of };
  const org = owner.organization.id;
  for (const role of of.customRoles) {
    const input = CreateCustomRole.parse({ org, ...role });
    const made = must(await createCustomRole({ ...asking(owner), input }, world), `No role ${role.name}`);
    defined.roles.set(role.name, made.id);
  }
  for (const group of of.groups)
    defined.groups.set(group.name, await defineGroup(group, { owner, defined }, world));
  for (const project of of.projects) {
    const made = await createProject({ ...asking(owner), input: { org, ...project } }, world);
    defined.projects.set(project.name, must(made, `No project ${project.name}`).id);
  }
  return defined;
}

type Defining = { owner: OrganizationActor; defined: Defined };

async function defineGroup(
  { contents, customRoles, ...group }: DemoGroup,
  { owner, defined }: Defining,
  world: SeedWorld,
): Promise<GroupId> {
  const org = owner.organization.id;
  const input = CreateGroup.parse({ org, ...group, customRoles: among(defined.roles, customRoles) });
  const { id } = must(await createGroup({ ...asking(owner), input }, world), `No group ${group.name}`);
  for (const content of contents) {
    const granted = PutContent.parse({ org, group: id, ...content });
    const ask = { ...asking(owner, { expectedVersion: 0 }), input: granted };
    must(await grantContent(ask, world), `No content ${content.name}`);
  }
  return id;
}

/** The rights of somebody by name, as an invitation gives them. */
export function rightsOf(name: string, { of, roles, groups, projects }: Defined) {
  const own = of.people[name];
  return {
    access: Access.parse(own ? { mode: 'custom', permissions: own.permissions ?? [] } : { mode: 'all' }),
    customRoles: among(roles, own?.customRoles),
    groups: among(groups, own?.groups),
    projects: among(projects, own?.projects),
  };
}

function among<T>(there: Ids<T>, names: readonly string[] = []): T[] {
  return names.map(name => {
    const id = there.get(name);
    if (!id) throw new Error(`Nothing in the demo is called ${name}`);
    return id;
  });
}
