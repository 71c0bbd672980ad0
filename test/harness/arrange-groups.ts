/** Groups, projects and custom roles of an organization, and people who may give some of it. */
import type { GroupView } from '../../shared/contract/groups.ts';
import type { RoleId } from '../../shared/contract/ids.ts';
import type { ProjectView } from '../../shared/contract/projects.ts';
import type { AccessPolicy } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { type Arranged, arrangeUser } from './arrange.ts';
import { ask, type Front } from './front.ts';

let made = 0;
/** A name that nothing else has. */
export const freshTitle = (what: string) => `${what} ${process.pid} ${++made}`;

export async function arrangeGroup(front: Front, { org, owner }: Arranged, more = {}): Promise<GroupView> {
  const answer = await ask(front, 'create-group', { org, name: freshTitle('Group'), ...more }, owner);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export async function arrangeProject(front: Front, { org, owner }: Arranged): Promise<ProjectView> {
  const answer = await ask(front, 'create-project', { org, name: freshTitle('Project') }, owner);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** A custom role with permissions that no catalogue need have. */
export async function arrangeRole(
  { world: { directory, ids, clock } }: Front,
  { org }: Pick<Arranged, 'org'>,
  permissions: readonly string[] = ['crm.contacts.read'],
): Promise<{ id: RoleId; name: string }> {
  const [policy] = await directory.get(ref.policy(org));
  const [id, name] = [ids.make('rol'), freshTitle('Role')];
  const role = { version: 1, name, permissions, createdAt: clock.now() };
  const customRoles = { ...policy?.customRoles, [id]: role } as AccessPolicy['customRoles'];
  const bare = { type: 'policy', version: 1, organization: org, customRoles, groups: {} } as const;
  const { ok } = await directory.commit({
    changes: [
      policy
        ? { do: 'update', before: policy, after: next(policy, { customRoles }) }
        : { do: 'create', entity: bare },
    ],
    events: [],
  });
  return ok ? { id, name } : arrangeRole({ world: { directory, ids, clock } } as Front, { org }, permissions);
}

/** A manager who holds no more than a custom role gives. */
export async function arrangeLimited(front: Front, home: Arranged, permissions: readonly string[]) {
  const role = await arrangeRole(front, home, permissions);
  const access = { mode: 'custom', permissions: [] };
  const manager = await arrangeUser(front, home, 'manager', { access, customRoles: [role.id] });
  return { ...manager, role };
}

/** Adds somebody to a group. */
export async function join(front: Front, { org, owner }: Arranged, group: string, user: string) {
  const { status, body } = await ask(front, 'add-group-member', { org, group, user }, owner);
  if (status !== 204) throw new Error(JSON.stringify(body));
}
