/** The law of custom roles: what one may be, and what follows from making, changing and deleting it. */
import type { CreateCustomRole, CustomRoleView, EditCustomRole } from '../contract/custom-roles.ts';
import type { Action, Difference } from '../contract/events.ts';
import type { JobId, RoleId } from '../contract/ids.ts';
import type { Change } from './change.ts';
import { type RoleCase, type RoleRefusal, refusalOf } from './custom-role-limits.ts';
import { type Decision, type EventDraft, refuse } from './decision.ts';
import type { AccessPolicy, CustomRole } from './model-access.ts';
import { unassignJob } from './queue-job.ts';
import { next } from './user.ts';

export function viewCustomRole(id: RoleId, role: CustomRole): CustomRoleView {
  return { id, ...role };
}

/** All of them, by name. */
export function customRolesOf(policy: AccessPolicy | undefined): CustomRoleView[] {
  const ids = Object.keys(policy?.customRoles ?? {}) as RoleId[]; // by the schema of its keys
  return ids
    .flatMap(id => (policy?.customRoles[id] ? [viewCustomRole(id, policy.customRoles[id])] : []))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function decideCreateRole(
  it: RoleCase,
  { name, description, permissions }: Omit<CreateCustomRole, 'org'>,
  id: RoleId,
): Decision<CustomRoleView, RoleRefusal> {
  const role: CustomRole = { version: 1, name, description, permissions, createdAt: it.now };
  const refusal = refusalOf(it, id, role);
  if (refusal) return refusal;
  return {
    ok: true,
    changes: [turned(it, { ...it.policy?.customRoles, [id]: role })],
    events: [told('custom-role.created', it, id, rolesDiffer(undefined, role))],
    answer: viewCustomRole(id, role),
  };
}

export type RoleWish = Omit<EditCustomRole, 'org' | 'role'>;
/** Which custom role is meant, in which version. */
export type Meant = { id: RoleId; expectedVersion: number };

/** An edit after which everything is as it was writes nothing. */
export function decideEditRole(
  it: RoleCase,
  { id, expectedVersion }: Meant,
  wish: RoleWish,
): Decision<CustomRoleView, RoleRefusal | 'not-found' | 'stale-version'> {
  const role = it.policy?.customRoles[id];
  if (!role) return refuse('not-found');
  if (role.version !== expectedVersion) return refuse('stale-version');
  const { name = role.name, description = role.description, permissions = role.permissions } = wish;
  const after = next(role, { name, description: description ?? undefined, permissions });
  const refusal = refusalOf(it, id, after);
  if (refusal) return refusal;
  const changes = rolesDiffer(role, after);
  if (changes.length === 0) return { ok: true, changes: [], events: [], answer: viewCustomRole(id, role) };
  return {
    ok: true,
    changes: [turned(it, { ...it.policy?.customRoles, [id]: after })],
    events: [told('custom-role.edited', it, id, changes)],
    answer: viewCustomRole(id, after),
  };
}

/** From then on nobody holds anything by it, nor by a group; a job takes it from whoever has it. */
export function decideDeleteRole(
  it: Pick<RoleCase, 'actor' | 'policy' | 'now'>,
  { id, expectedVersion }: Meant,
  job: JobId,
): Decision<undefined, 'not-found' | 'stale-version'> {
  const { policy, actor, now } = it;
  const role = policy?.customRoles[id];
  if (!policy || !role) return refuse('not-found');
  if (role.version !== expectedVersion) return refuse('stale-version');
  const { [id]: _, ...customRoles } = policy.customRoles;
  const groups = Object.entries(policy.groups).map(([group, roles]) => [group, roles.filter(r => r !== id)]);
  const about = { id, name: role.name };
  const unassigning = unassignJob({ id: job, actor, now }, policy.organization, about);
  return {
    ok: true,
    changes: [
      {
        do: 'update',
        before: policy,
        after: next(policy, { customRoles, groups: Object.fromEntries(groups) }),
      },
      ...unassigning.changes,
    ],
    events: [
      told('custom-role.deleted', it, id, [...rolesDiffer(role, undefined), { field: 'job', after: job }]),
      ...unassigning.events,
    ],
    answer: undefined,
  };
}

function turned({ policy, actor }: RoleCase, customRoles: AccessPolicy['customRoles']): Change {
  if (policy) return { do: 'update', before: policy, after: next(policy, { customRoles }) };
  const { id: organization } = actor.organization;
  return { do: 'create', entity: { type: 'policy', version: 1, organization, customRoles, groups: {} } };
}

function told(
  action: Action,
  { actor }: Pick<RoleCase, 'actor'>,
  id: RoleId,
  changes: Difference[],
): EventDraft {
  return { organization: actor.organization.id, action, target: { type: 'custom-role', id }, changes };
}

function rolesDiffer(before: CustomRole | undefined, after: CustomRole | undefined): Difference[] {
  const fields = ['name', 'description', 'permissions'] as const;
  return fields
    .filter(field => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
    .map(field => ({ field, before: before?.[field], after: after?.[field] }));
}
