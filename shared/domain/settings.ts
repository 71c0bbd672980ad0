/** What an organization's administrators decide for it. */
import type { Difference } from '../contract/events.ts';
import { Factor } from '../contract/factors.ts';
import type { EditSettings, SettingsView } from '../contract/organizations.ts';
import { type Decision, refuse } from './decision.ts';
import type { Counters, Organization } from './model.ts';
import { planOf } from './plan.ts';
import { next } from './user.ts';

export type SettingsCase = {
  organization: Organization;
  counters: Counters | undefined;
  /** The organization that approves its users. */
  partner: Organization | undefined;
};

type Wish = Omit<EditSettings, 'org'>;

export function viewSettings({ organization, partner }: Omit<SettingsCase, 'counters'>): SettingsView {
  const { id, name, company, contacts, invitationLifeMinutes, allowedEmailDomains } = organization;
  const { allowedFactors, requireMfa, idleSignOutMinutes, language, plan, seats, version } = organization;
  return {
    ...{ id, name, company, contacts, invitationLifeMinutes, allowedEmailDomains },
    ...{ allowedFactors, requireMfa, idleSignOutMinutes, language },
    approvingPartner: partner && { id: partner.id, name: partner.name },
    plan: { name: plan, seats, ...planOf(organization) },
    version,
  };
}

/**
 * Decides an edit, of the version that its author has read. Whoever gives somebody API access checks the version of the
 * organization in the same transaction, so that the two never come together.
 */
export function decideSettings(
  { organization, counters, partner }: SettingsCase,
  wish: Wish,
  expectedVersion: number,
): Decision<SettingsView, 'stale-version' | 'api-access-excludes-mfa'> {
  if (organization.version !== expectedVersion) return refuse('stale-version');
  const after = next(organization, tidied(wish));
  const changed = settingsChanged(organization, after);
  if (changed.length === 0)
    return { ok: true, changes: [], events: [], answer: viewSettings({ organization, partner }) };
  const { id } = organization;
  const insists = after.requireMfa && !organization.requireMfa;
  if (insists && counters?.apiUsers)
    return refuse('api-access-excludes-mfa', { detail: stillInScripts(counters.apiUsers) });
  return {
    ok: true,
    changes: [
      { do: 'update', before: organization, after },
      ...(insists ? [{ do: 'check-none', organization: id, counter: 'apiUsers' } as const] : []),
    ],
    events: [
      {
        organization: id,
        action: 'settings.changed',
        target: { type: 'organization', id },
        changes: changed,
      },
    ],
    answer: viewSettings({ organization: after, partner }),
  };
}

function stillInScripts(users: number): string {
  return users === 1
    ? 'One user has API access, and a script cannot answer a second factor. Take the API access away first.'
    : `${users} users have API access, and a script cannot answer a second factor. Take the API access away first.`;
}

/** Named twice is named once; factors come in the order in which they are preferred. */
function tidied(wish: Wish): Wish {
  const { allowedEmailDomains: domains, allowedFactors: factors } = wish;
  return {
    ...wish,
    ...(domains && { allowedEmailDomains: [...new Set(domains)] }),
    ...(factors && { allowedFactors: Factor.options.filter(factor => factors.includes(factor)) }),
  };
}

/** Contacts are people's addresses: that one has changed is told, but not from what to what. */
function settingsChanged(before: Organization, after: Organization): Difference[] {
  const [old, fresh] = [factsOf(before), factsOf(after)];
  return Object.keys(fresh)
    .filter(field => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map(field =>
      field.startsWith('contacts.') ? { field } : { field, before: old[field], after: fresh[field] },
    );
}

function factsOf({ company, contacts, ...organization }: Organization): Record<string, unknown> {
  const { name, invitationLifeMinutes, allowedEmailDomains, allowedFactors } = organization;
  const { requireMfa, idleSignOutMinutes, language } = organization;
  return {
    name,
    'company.address': company.address,
    'company.website': company.website,
    'contacts.administrative': contacts.administrative,
    'contacts.technical': contacts.technical,
    'contacts.billing': contacts.billing,
    'contacts.security': contacts.security,
    ...{ invitationLifeMinutes, allowedEmailDomains, allowedFactors },
    ...{ requireMfa, idleSignOutMinutes, language },
  };
}
