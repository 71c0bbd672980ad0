/** One thing done to many users: for each it is the very decision that the route of that name makes for one. */
import { type BulkDeed, bulkPermission } from '../contract/bulk.ts';
import type { ProblemKind } from '../contract/problems.ts';
import { can, mayManage } from '../contract/roles.ts';
import type { OrganizationActor } from './actor.ts';
import { decideArchive, decideRestore } from './archive.ts';
import type { Ties } from './belonging.ts';
import { decideRequestReset } from './credentials.ts';
import { type Decision, type Failure, reasonOf, refuse } from './decision.ts';
import { decideEdit, type EditWish } from './edit.ts';
import type { Holdings } from './holdings.ts';
import { reasons } from './job.ts';
import { decideDeactivate, decideDelete, decideReactivate } from './life.ts';
import { whatCanBeGiven } from './may-grant.ts';
import { decideJoin, decideLeave, type Place } from './members.ts';
import type { AccessPolicy } from './model-access.ts';
import type { JobItem } from './model-jobs.ts';
import { decideSend } from './send.ts';
import type { UserCase } from './user.ts';

/** Whoever does it, and where: the same for all users. */
export type Doer = {
  actor: OrganizationActor;
  holdings: Holdings;
  policy: AccessPolicy | undefined;
  /** The group or project that it is about; undefined where it is about none, or that is gone. */
  place: Place | undefined;
};

export type BulkDecision = Decision<unknown, ProblemKind>;

/** @param ties what hangs on the user, where the deed is one that moves it */
export function decideDeed(
  deed: BulkDeed,
  it: UserCase,
  { holdings, policy, place }: Doer,
  ties: Ties,
): BulkDecision {
  const { actor, user } = it;
  switch (deed.action) {
    case 'send-invitation':
      return decideSend(it, {});
    case 'deactivate':
      return decideDeactivate(it);
    case 'reactivate':
      return decideReactivate(it);
    case 'archive':
      return decideArchive(it, ties);
    case 'restore':
      return decideRestore(it, ties);
    case 'delete':
      return decideDelete(it, ties);
    case 'reset-password':
      return decideRequestReset(it);
    case 'set-role':
      return edited(it, { role: deed.role }, holdings);
    case 'require-mfa':
      return edited(it, { requireMfa: deed.required }, holdings);
    case 'add-to-group':
    case 'add-to-project':
      return place ? decideJoin({ actor, holdings, policy, user }, place) : refuse('not-found');
    case 'remove-from-group':
    case 'remove-from-project':
      return place ? decideLeave({ actor, holdings, policy, user }, place) : refuse('not-found');
  }
}

/** Where a deed moves nothing that hangs on a user. */
export const nothingTied: Ties = { others: [], reserved: {} };

function edited(it: UserCase, wish: EditWish, holdings: Holdings): BulkDecision {
  return decideEdit(it, wish, { username: undefined, about: { ...it.named, applications: [] }, holdings });
}

/** Whether a deed moves what hangs on a user, such as what is reserved for them. */
export function needsTies({ action }: BulkDeed): boolean {
  return action === 'archive' || action === 'restore' || action === 'delete';
}

type Gate = 'not-allowed' | 'role-too-high' | 'beyond-own-access' | 'not-found';

/** Why somebody may not do it to anybody at all; undefined where they may. Whom they may do it to is asked user by user. */
export function gateRefusal(deed: BulkDeed, { actor, holdings, policy, place }: Doer): Gate | undefined {
  if (!can(actor.role, bulkPermission[deed.action], actor.kind)) return 'not-allowed';
  if (deed.action === 'set-role' && !mayManage(actor.role, 'edit', deed.role)) return 'role-too-high';
  if (!isAboutPlace(deed)) return undefined;
  if (!place) return 'not-found';
  if (deed.action !== 'add-to-group' || place.type !== 'group') return undefined;
  const isGiven = whatCanBeGiven(holdings, { policy, groups: [place] }).group(place.id);
  return isGiven ? undefined : 'beyond-own-access';
}

export function isAboutPlace(deed: BulkDeed): boolean {
  return 'group' in deed || 'project' in deed;
}

/** What a decision comes to for the user. Where it is so already, or is not applicable, they are left out. */
export function outcomeOf(deed: BulkDeed, decision: BulkDecision): Pick<JobItem, 'outcome' | 'reason'> {
  if (!decision.ok) return outcomeOfFailure(decision.failure);
  const isSo = decision.changes.length === 0 && decision.events.length === 0;
  return isSo ? { outcome: 'skipped', reason: alreadySo(deed) } : { outcome: 'done' };
}

/** What may be different a while later: these users can be tried again. */
const passing: readonly ProblemKind[] = ['seats-exhausted', 'invitations-exhausted', 'too-many-attempts'];

export function outcomeOfFailure(failure: Failure): Pick<JobItem, 'outcome' | 'reason'> {
  const outcome = passing.includes(failure.kind) ? 'failed' : 'skipped';
  return { outcome, reason: reasonOf(failure) };
}

function alreadySo(deed: BulkDeed): string {
  switch (deed.action) {
    case 'set-role':
      return 'Has this role already.';
    case 'require-mfa':
      return deed.required
        ? 'Is asked for a second factor already.'
        : 'Is not asked for a second factor anyway.';
    case 'add-to-group':
      return reasons.inGroup;
    case 'remove-from-group':
      return reasons.notInGroup;
    case 'add-to-project':
      return 'Is in the project already.';
    case 'remove-from-project':
      return 'Is not in the project.';
    default:
      return 'It is so already.';
  }
}
