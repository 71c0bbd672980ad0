/** What this actor can do with that user right now: the server decides the same, and more strictly. */
import type { InvitationState, InvitationView } from '../../../shared/contract/invitations.ts';
import { mayManage, type Permission, type Deed as Way } from '../../../shared/contract/roles.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { type Actor, may } from '../../api/actor.ts';

/** In the order of the menu, by what they are about. */
const groups = [
  ['edit', 'change-email', 'cancel-email-change', 'change-picture', 'remove-picture'],
  ['send', 'copy-link', 'extend', 'revoke'],
  ['reset-password', 'force-reset', 'reset-mfa', 'sign-out'],
  ['reactivate', 'deactivate', 'restore', 'archive'],
  ['hand-over', 'delete'],
] as const;
export type Deed = (typeof groups)[number][number];

/** Only groups in which there is something to do. */
export function deedGroupsFor(actor: Actor, user: UserView, now: number): Deed[][] {
  return groups
    .map(group => group.filter(deed => applies(deed, user, now) && allowed(deed, actor, user)))
    .filter(group => group.length > 0);
}

export function deedsFor(actor: Actor, user: UserView, now: number): Deed[] {
  return deedGroupsFor(actor, user, now).flat();
}

/** The state of an invitation at a moment: between two answers of the server it can run out. */
export function stateAt({ state, expiresAt }: InvitationView, now: number): InvitationState {
  return state === 'pending' && expiresAt && now >= Date.parse(expiresAt) ? 'expired' : state;
}

export function everAccepted({ invitation }: UserView): boolean {
  return invitation?.state === 'accepted';
}

/** Whether somebody has an account that their administrators can see to, here or elsewhere. */
export function hasAccount(user: UserView): boolean {
  return everAccepted(user) && user.status !== 'archived';
}

function applies(deed: Deed, user: UserView, now: number): boolean {
  const { status, invitation, home, mfa, approved } = user;
  const state = invitation && stateAt(invitation, now);
  const atHome = hasAccount(user) && home;
  switch (deed) {
    case 'edit':
    case 'archive':
      return status !== 'archived';
    case 'change-email':
    case 'change-picture':
    case 'force-reset':
      return atHome;
    case 'cancel-email-change':
      return atHome && user.emailChange !== undefined;
    case 'remove-picture':
      return atHome && user.pictureUrl !== undefined;
    case 'reset-password':
      return atHome && status === 'active' && approved;
    case 'reset-mfa':
      return atHome && mfa.enrolled.length > 0;
    case 'sign-out':
      return hasAccount(user);
    case 'send':
      return (status === 'invited' || status === 'inactive') && state !== undefined && state !== 'accepted';
    case 'copy-link':
    case 'extend':
    case 'revoke':
      return status === 'invited' && state === 'pending';
    case 'deactivate':
      return status === 'active' || status === 'invited';
    case 'reactivate':
      return status === 'inactive' && state === 'accepted';
    case 'restore':
      return status === 'archived';
    case 'hand-over':
      return status === 'active' && approved && user.role !== 'owner';
    case 'delete':
      return true;
  }
}

type Rule = { permission: Permission; way: Way; toSelf?: true };

const edit: Rule = { permission: 'users.edit', way: 'edit', toSelf: true };
const credentials: Rule = { permission: 'users.credentials', way: 'edit' };
const invite: Rule = { permission: 'users.invite', way: 'invite' };
const life: Rule = { permission: 'users.deactivate', way: 'deactivate' };

/** What people do to their own account they do in their profile; here, nobody locks themselves out. */
const rules: Readonly<Record<Deed, Rule>> = {
  edit,
  'change-picture': edit,
  'remove-picture': edit,
  'change-email': credentials,
  'cancel-email-change': { ...credentials, toSelf: true },
  'reset-password': credentials,
  'force-reset': credentials,
  'reset-mfa': credentials,
  'sign-out': credentials,
  send: invite,
  'copy-link': invite,
  extend: invite,
  revoke: invite,
  deactivate: life,
  reactivate: life,
  archive: life,
  restore: life,
  'hand-over': { permission: 'ownership.hand-over', way: 'edit' },
  delete: { permission: 'users.delete', way: 'delete' },
};

function allowed(deed: Deed, actor: Actor, user: UserView): boolean {
  const { permission, way, toSelf = false } = rules[deed];
  if (actor.id === user.id && !toSelf) return false;
  return may(actor, permission) && mayManage(actor.role, way, user.role);
}
