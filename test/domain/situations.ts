/** The situations that a user can be in, and everything that can be done to them. */
import { decideAccept } from '../../shared/domain/accept.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { decideApprove } from '../../shared/domain/approve.ts';
import { decideArchive, decideRestore } from '../../shared/domain/archive.ts';
import type { Change } from '../../shared/domain/change.ts';
import { decideEdit } from '../../shared/domain/edit.ts';
import { invitationState } from '../../shared/domain/invitation.ts';
import { decideDeactivate, decideDelete, decideReactivate } from '../../shared/domain/life.ts';
import type { User } from '../../shared/domain/model.ts';
import { decideCopyLink, decideExpire, decideExtend, decideRevoke } from '../../shared/domain/pending.ts';
import { decideRenew, decideSend } from '../../shared/domain/send.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import { decideUserEmailChange } from '../../shared/domain/user-email.ts';
import {
  address,
  invitation,
  link,
  minutesFromNow,
  nothingKnown,
  now,
  orgId,
  ties,
  userCase,
} from './build.ts';

const past = { expiresAt: minutesFromNow(-1) };
const accepted = invitation({ acceptedAt: minutesFromNow(-30) });
const unapproved = { approved: false, approver: orgId(3) };

export const situations: Record<string, Partial<User>> = {
  silent: {
    seated: false,
    invitation: invitation({ generation: 0, sentAt: undefined, expiresAt: undefined }),
  },
  pending: {},
  waits: unapproved,
  'run out': { invitation: invitation(past) },
  expired: { seated: false, invitation: invitation(past) },
  revoked: { seated: false, invitation: invitation({ revokedAt: now }) },
  active: { status: 'active', invitation: accepted },
  passed: { status: 'active', invitation: accepted, ...unapproved },
  inactive: { status: 'inactive', seated: false, invitation: accepted },
  'never in': { status: 'inactive', seated: false },
  archived: { status: 'archived', seated: false, invitation: accepted },
  'put away': { status: 'archived', seated: false },
};

/** The name of the situation that somebody is in. */
export function situationOf(of: User | undefined): string {
  if (!of) return 'gone';
  const { status, seated, approved, invitation } = of;
  const hasAccepted = invitation?.acceptedAt !== undefined;
  if (status === 'inactive') return hasAccepted ? status : 'never in';
  if (status === 'archived') return hasAccepted ? status : 'put away';
  if (status === 'active') return approved ? status : 'passed';
  const state = invitation && invitationState(invitation, now);
  if (state === 'expired') return seated ? 'run out' : 'expired';
  if (state === 'pending') return approved ? state : 'waits';
  return state === 'not-sent' ? 'silent' : (state ?? '');
}

export type Judged =
  | { ok: true; changes: Change[]; events: unknown[] }
  | { ok: false; failure: { kind: string } };

export const actions: Record<string, (it: UserCase) => Judged> = {
  accept: it =>
    decideAccept({
      ...it,
      vouchers: undefined,
      link: link({ generation: it.user.invitation?.generation || 1 }),
    }),
  deactivate: decideDeactivate,
  reactivate: decideReactivate,
  archive: it => decideArchive(it, ties(it.person)),
  restore: it => decideRestore(it, ties(it.person)),
  delete: it => decideDelete(it, ties(it.person)),
  approve: decideApprove,
  send: it => decideSend(it, {}),
  renew: decideRenew,
  extend: it => decideExtend(it, 60),
  revoke: decideRevoke,
  'copy link': decideCopyLink,
  expire: decideExpire,
  edit: it =>
    decideEdit(
      it,
      { displayName: 'Somebody Else' },
      { username: undefined, about: nothingKnown, holdings: 'everything' },
    ),
  email: it => decideUserEmailChange(it, [], address('new'), {}),
};

export function judge(action: string, target: User, by: Actor): Judged {
  const decide = actions[action];
  if (!decide) throw new Error(`There is no action ${action}`);
  return decide(userCase(target, by));
}

/** The user after an action, or undefined when they are gone. */
export function afterwards(before: User, changes: readonly Change[]): User | undefined {
  for (const change of changes) {
    if (change.do === 'update' && change.after.type === 'user') return change.after;
    if (change.do === 'remove' && change.entity.type === 'user') return undefined;
  }
  return before;
}
