/** A group or a project, as far as its members are concerned. */

import type { MemberView } from '../../../shared/contract/groups.ts';
import type { PersonId } from '../../../shared/contract/ids.ts';
import { mayManage } from '../../../shared/contract/roles.ts';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { type Actor, may } from '../../api/actor.ts';
import { membersTexts } from '../../texts/members.ts';

export type MemberPage = OutputOf<'list-group-members'>;

export type Team = {
  org: string;
  id: string;
  kind: 'group' | 'project';
  name: string;
  actor: Actor;
  list: (cursor: string | undefined, signal: AbortSignal) => Promise<MemberPage>;
  add: (user: PersonId) => Promise<void>;
  remove: (user: PersonId) => Promise<void>;
  /** Any number at once, as a job; absent where there is none. */
  change?: (change: { add?: PersonId[]; remove?: PersonId[] }, idempotencyKey: string) => Promise<unknown>;
};

/** As many are changed one by one; more than that by a job, where there is one. */
export const mostAtOnce = 20;

export const membersKey = ({ org, id }: Pick<Team, 'org' | 'id'>) => ['members', org, id];

export function mayChangeMembers({ kind, actor }: Team): boolean {
  return may(actor, kind === 'group' ? 'groups.manage' : 'projects.manage');
}

/** Nobody changes their own access, nor that of somebody above. */
export function mayRemove({ actor }: Team, { id, role }: MemberView): boolean {
  return id !== actor.id && mayManage(actor.role, 'edit', role);
}

/** Why somebody cannot be added, as far as that is known before it is tried. */
export function whyNot({ kind, id, actor }: Team, user: UserView): string | undefined {
  const words = membersTexts.refusals;
  const isIn = (kind === 'group' ? user.groups : user.projects).some(each => each.id === id);
  if (isIn) return words.already[kind];
  if (kind === 'project' && user.role !== 'user') return words.projects(user.role);
  if (user.id === actor.id) return words.own;
  return mayManage(actor.role, 'edit', user.role) ? undefined : words.roleTooHigh;
}
