/** Founding an organization with its first owner. */

import type { PermissionKey } from '../contract/catalogue.ts';
import { Factor } from '../contract/factors.ts';
import type { GroupId, OrganizationId, ProjectId, RoleId } from '../contract/ids.ts';
import type { Email, Time } from '../contract/text.ts';
import type { Actor } from './actor.ts';
import { decideInvite } from './invite.ts';
import type { Invitee, InvitePlan } from './invitee.ts';
import type { Organization } from './model.ts';
import { nothingNamed } from './rights.ts';

export type Founding = {
  actor: Actor;
  organization: Pick<
    Organization,
    'id' | 'kind' | 'name' | 'plan' | 'seats' | 'language' | 'partner' | 'approvingPartner'
  >;
  owner: { firstName: string; lastName: string; email: Email };
  now: Time;
} & Invitee &
  Pick<InvitePlan, 'fresh'>;

/** How long an invitation lives where nobody has said otherwise: three hours. */
const invitationLifeMinutes = 180;

export function foundedOrganization({
  organization,
  now,
}: Pick<Founding, 'organization' | 'now'>): Organization {
  return {
    type: 'organization',
    version: 1,
    ...organization,
    company: {},
    contacts: {},
    invitationLifeMinutes,
    allowedEmailDomains: [],
    allowedFactors: Factor.options,
    requireMfa: false,
    idleSignOutMinutes: null,
    createdAt: now,
  };
}

/** The organization and the invitation of its owner, in one. */
export function decideFound(founding: Founding): ReturnType<typeof decideInvite> {
  const { actor, owner, known, reservation, fresh, now } = founding;
  const organization = foundedOrganization(founding);
  const wish = {
    ...owner,
    role: 'owner',
    sendInvitation: true,
    access: { mode: 'custom', permissions: [] as PermissionKey[] },
    customRoles: [] as RoleId[],
    groups: [] as GroupId[],
    projects: [] as ProjectId[],
    requireMfa: false,
    apiAccess: false,
  } as const;
  const about = { ...nothingNamed, applications: [] };
  // Whoever founds it has named the owner: there is nobody else to approve them.
  const unapproving = { ...organization, approvingPartner: undefined };
  const invited = decideInvite({
    ...{ actor, organization: unapproving, wish, about, known, reservation, fresh, now },
    holdings: 'everything',
  });
  if (!invited.ok) return invited;
  return {
    ...invited,
    changes: [{ do: 'create', entity: organization }, ...invited.changes],
    events: [created(organization.id), ...invited.events],
  };
}

function created(organization: OrganizationId) {
  return {
    organization,
    action: 'organization.created',
    target: { type: 'organization', id: organization },
  } as const;
}
