/** Whoever started a job, as they are at a later moment: work goes on in their name only as long as they may do it. */
import { can, type Permission } from '../contract/roles.ts';
import type { OrganizationActor } from './actor.ts';
import type { Organization, User } from './model.ts';

export type Starter = {
  /** Where the job is. */
  organization: Organization;
  /** The user as whom they started it. */
  self: User;
  /** The organization where they are that user. */
  from: Organization;
};

/** As an actor; undefined where they may not do it any more. */
export function starterActor(
  { organization, self, from }: Starter,
  permission: Permission,
): OrganizationActor | undefined {
  const kind = standingOf({ organization, self, from });
  const isIn = self.status === 'active' && self.approved;
  const isOpen = kind === 'operator' || !(organization.suspendedAt || from.suspendedAt);
  if (!kind || !isIn || !isOpen || !can(self.role, permission, kind)) return undefined;
  // No session: it may have ended long ago.
  return { kind, person: self.id, session: '', role: self.role, organization, self };
}

function standingOf({ organization, from }: Starter): OrganizationActor['kind'] | undefined {
  if (from.id === organization.id) return 'member';
  if (from.kind === 'operator') return 'operator';
  return from.kind === 'partner' && organization.partner === from.id ? 'partner' : undefined;
}
