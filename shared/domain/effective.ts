/** Everything that a user may do in the applications, each permission with all that gives it to them. */
import type { EffectivePermission, EffectivePermissions, Source } from '../contract/access.ts';
import { holdsEverything, sourcesOf } from './holdings.ts';
import type { Organization, User } from './model.ts';
import type { AccessPolicy, Application, Group } from './model-access.ts';

export type EffectiveOf = {
  user: User;
  organization: Organization;
  policy: AccessPolicy | undefined;
  /** Those that the user is in, for their names. */
  groups: readonly Group[];
  /** All of the catalogue, in its order. */
  applications: readonly Application[];
};

/** What is retired is among them, as retired, where it is still held. */
export function effectivePermissions(of: EffectiveOf): EffectivePermissions {
  const { user, organization, applications } = of;
  return {
    everything: holdsEverything(user),
    works: isLetIn(user) && !organization.suspendedAt,
    items: applications.flatMap(application => held(of, application)),
  };
}

/** Whether a user is active, and approved where that is asked for. */
export function isLetIn({ status, approved }: Pick<User, 'status' | 'approved'>): boolean {
  return status === 'active' && approved;
}

function held({ user, policy, groups }: EffectiveOf, { key, name, permissions }: Application) {
  return permissions.flatMap((permission): EffectivePermission[] => {
    const sources = sourcesOf(permission.key, user, policy).map(named(groups));
    return sources.length > 0 ? [{ ...permission, application: { key, name }, sources }] : [];
  });
}

const named =
  (groups: readonly Group[]) =>
  (source: Source): Source =>
    source.kind === 'group' ? { ...source, name: groups.find(({ id }) => id === source.id)?.name } : source;
