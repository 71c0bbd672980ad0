/** What this actor can do with many users at once: the server decides the same for each of them, and more strictly. */
import { type BulkAction, bulkPermission } from '../../../../shared/contract/bulk.ts';
import type { Role } from '../../../../shared/contract/roles.ts';
import type { SentTo } from '../../../../shared/contract/routes.ts';
import type { UserStatus } from '../../../../shared/contract/users.ts';
import { type Actor, may } from '../../../api/actor.ts';
import type { Picks } from './picks.ts';

export type BulkDeed = SentTo<'start-bulk'>['deed'];

/** In the order of the menu, by what they are about. */
const groups = [
  ['send-invitation', 'reset-password'],
  ['set-role', 'require-mfa', 'stop-requiring-mfa'],
  ['add-to-group', 'remove-from-group', 'add-to-project', 'remove-from-project'],
  ['reactivate', 'deactivate', 'restore', 'archive'],
  ['delete'],
] as const;
export type ManyDeed = (typeof groups)[number][number];

const present: readonly UserStatus[] = ['invited', 'active', 'inactive'];

/** Of whom it can be done at all, by their status. */
const fits: Readonly<Record<ManyDeed, readonly UserStatus[]>> = {
  'send-invitation': ['invited', 'inactive'],
  'reset-password': ['active'],
  'set-role': present,
  'require-mfa': present,
  'stop-requiring-mfa': present,
  'add-to-group': present,
  'remove-from-group': present,
  'add-to-project': present,
  'remove-from-project': present,
  reactivate: ['inactive'],
  deactivate: ['active', 'invited'],
  restore: ['archived'],
  archive: present,
  delete: [...present, 'archived'],
};

/** Those that stand on the bar itself, where there is room; the others are in its menu. */
const first: readonly ManyDeed[] = ['send-invitation', 'deactivate', 'restore', 'add-to-group', 'set-role'];

/** Only groups in which there is something to do. */
export function deedGroupsFor(actor: Actor, picks: Picks): ManyDeed[][] {
  const statuses = statusesOf(picks);
  const applies = (deed: ManyDeed) =>
    fits[deed].some(status => statuses.includes(status)) && may(actor, bulkPermission[actionOf(deed)]);
  return groups.map(group => group.filter(applies)).filter(group => group.length > 0);
}

export function firstOf(deedGroups: readonly ManyDeed[][]): ManyDeed[] {
  return first.filter(deed => deedGroups.flat().includes(deed)).slice(0, 3);
}

function statusesOf({ everybody, users, filter }: Picks): UserStatus[] {
  return everybody ? [filter.status ?? 'active'].flat() : users.map(({ status }) => status);
}

function actionOf(deed: ManyDeed): BulkAction {
  return deed === 'stop-requiring-mfa' ? 'require-mfa' : deed;
}

/** What has to be chosen with it. */
export type Choosing = 'role' | 'group' | 'project';

export function choosingOf(deed: ManyDeed): Choosing | undefined {
  if (deed === 'set-role') return 'role';
  if (deed === 'add-to-group' || deed === 'remove-from-group') return 'group';
  return deed === 'add-to-project' || deed === 'remove-from-project' ? 'project' : undefined;
}

/** @param value the role, or the id of the group or project; undefined where it is still to be chosen */
export function deedWith(deed: ManyDeed, value: string | null): BulkDeed | undefined {
  switch (deed) {
    case 'stop-requiring-mfa':
    case 'require-mfa':
      return { action: 'require-mfa', required: deed === 'require-mfa' };
    case 'set-role':
      return value ? { action: deed, role: value as Role } : undefined; // from a list of roles
    case 'add-to-group':
    case 'remove-from-group':
      return value ? { action: deed, group: value } : undefined;
    case 'add-to-project':
    case 'remove-from-project':
      return value ? { action: deed, project: value } : undefined;
    default:
      return { action: deed };
  }
}
