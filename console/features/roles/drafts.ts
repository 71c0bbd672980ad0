/** What was changed of custom roles and is not saved yet: for each its permissions, and the role as it was at the beginning. */
import type { PermissionKey } from '../../../shared/contract/catalogue.ts';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { broughtTogether, type Meanwhile } from '../../ui/meanwhile.ts';
import { isSame } from '../../ui/values.ts';

export type Draft = { base: CustomRoleView; permissions: readonly PermissionKey[] };
export type Drafts = Readonly<Record<string, Draft>>;

export function permissionsIn(drafts: Drafts, role: CustomRoleView): readonly PermissionKey[] {
  return drafts[role.id]?.permissions ?? role.permissions;
}

/** Gives a role other permissions; one that is as it was is no draft any more. */
export function withPermissions(
  drafts: Drafts,
  role: CustomRoleView,
  permissions: readonly PermissionKey[],
): Drafts {
  const { base } = drafts[role.id] ?? { base: role };
  return isSame(permissions, base.permissions)
    ? without(drafts, role.id)
    : { ...drafts, [role.id]: { base, permissions } };
}

/** Gives a permission to a role, or takes it away. */
export function turned(drafts: Drafts, role: CustomRoleView, key: PermissionKey): Drafts {
  const held = permissionsIn(drafts, role);
  const after = held.includes(key) ? held.filter(each => each !== key) : [...held, key];
  return withPermissions(drafts, role, after);
}

export function without(drafts: Drafts, role: string): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== role));
}

export type Switches = Readonly<Record<string, boolean>>;

/** Somebody else has saved the role: what was turned here stays turned, everything else is theirs. */
export function onTheirs(
  { base, permissions }: Draft,
  theirs: CustomRoleView,
): { draft: Draft; meanwhile: Meanwhile<Switches>[] } {
  const keys = [...new Set([...base.permissions, ...theirs.permissions, ...permissions])];
  const switches = (held: readonly string[]): Switches =>
    Object.fromEntries(keys.map(key => [key, held.includes(key)]));
  const together = broughtTogether(
    switches(base.permissions),
    switches(theirs.permissions),
    switches(permissions),
  );
  return {
    draft: { base: theirs, permissions: keys.filter(key => together.values[key]) },
    meanwhile: together.meanwhile,
  };
}

/** A role that was renamed here goes on with the new version, where the permissions are the same. */
export function renamed(drafts: Drafts, saved: CustomRoleView): Drafts {
  const draft = drafts[saved.id];
  if (!draft || !isSame(draft.base.permissions, saved.permissions)) return drafts;
  return { ...drafts, [saved.id]: { ...draft, base: saved } };
}
