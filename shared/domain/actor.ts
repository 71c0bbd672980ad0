/** Who asks, as the rules see it. */
import type { EventActor } from '../contract/events.ts';
import type { PersonId } from '../contract/ids.ts';
import { type Deed, mayManage, type Role, type Standing } from '../contract/roles.ts';
import type { Organization, User } from './model.ts';

export type AnonymousActor = { kind: 'anonymous' };

/** Signed in, in no organization in particular. */
export type PersonActor = { kind: 'person'; person: PersonId; session: string };

/**
 * Signed in and acting in an organization: as one of its active users, as staff of the partner that looks after it, or
 * as the SaaS company's staff, who act everywhere; staff with the role that they hold among their own.
 */
export type OrganizationActor = {
  kind: Standing;
  person: PersonId;
  session: string;
  role: Role;
  organization: Organization;
  /** The user as whom they act: one of the organization's own, or of those who look after it. */
  self: User;
};

/** A part of the product acting by itself, such as a schedule. */
type SystemActor = { kind: 'system'; name: string };

export type Actor = AnonymousActor | PersonActor | OrganizationActor | SystemActor;

/** Whether an actor may do something to one user, or bring in one with that role. The system follows its own rules. */
export function mayAct(actor: Actor, deed: Deed, target: Role): boolean {
  if (actor.kind === 'system') return true;
  return 'role' in actor && mayManage(actor.role, deed, target);
}

export function isSelf(actor: Actor, id: PersonId): boolean {
  return 'person' in actor && actor.person === id;
}

/** How an actor stands in the audit trail. */
export function actorInTrail(actor: Actor): EventActor {
  if (actor.kind === 'anonymous') return { kind: 'anonymous' };
  return { kind: actor.kind, id: actor.kind === 'system' ? actor.name : actor.person };
}
