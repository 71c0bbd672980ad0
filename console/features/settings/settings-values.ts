/** What the settings form holds, and what is sent of it: only what was changed. */
import type { SettingsView } from '../../../shared/contract/organizations.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';

export type SettingsValues = {
  name: string;
  'company.address': string;
  'company.website': string;
  'contacts.administrative': string;
  'contacts.technical': string;
  'contacts.billing': string;
  'contacts.security': string;
  /** Minutes. */
  invitationLifeMinutes: string;
  /** One on each line. */
  allowedEmailDomains: string;
  /** One on each line. */
  allowedFactors: string;
  requireMfa: boolean;
  /** Minutes; empty: never. */
  idleSignOutMinutes: string;
  language: string;
};

export const listOf = (text: string): string[] => text.split('\n').filter(Boolean);
export const textOf = (list: readonly string[]): string => list.join('\n');

export function valuesOf(settings: SettingsView): SettingsValues {
  const { company, contacts } = settings;
  return {
    name: settings.name,
    'company.address': company.address ?? '',
    'company.website': company.website ?? '',
    'contacts.administrative': contacts.administrative ?? '',
    'contacts.technical': contacts.technical ?? '',
    'contacts.billing': contacts.billing ?? '',
    'contacts.security': contacts.security ?? '',
    invitationLifeMinutes: String(settings.invitationLifeMinutes),
    allowedEmailDomains: textOf(settings.allowedEmailDomains),
    allowedFactors: textOf(settings.allowedFactors),
    requireMfa: settings.requireMfa,
    idleSignOutMinutes: settings.idleSignOutMinutes === null ? '' : String(settings.idleSignOutMinutes),
    language: settings.language,
  };
}

/** What is different from `base`; a company or its contacts go as a whole. */
export function changesIn(
  values: SettingsValues,
  base: SettingsValues,
  org: string,
): SentTo<'edit-settings'> {
  const whole = bodyOf(values);
  const before = bodyOf(base);
  const changed = Object.entries(whole).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]),
  );
  return { org, ...Object.fromEntries(changed) };
}

function bodyOf(values: SettingsValues) {
  const filled = (field: keyof SettingsValues) => String(values[field]).trim() || undefined;
  return {
    name: values.name,
    company: { address: filled('company.address'), website: filled('company.website') },
    contacts: {
      administrative: filled('contacts.administrative'),
      technical: filled('contacts.technical'),
      billing: filled('contacts.billing'),
      security: filled('contacts.security'),
    },
    invitationLifeMinutes: Number(values.invitationLifeMinutes),
    allowedEmailDomains: listOf(values.allowedEmailDomains),
    allowedFactors: listOf(values.allowedFactors),
    requireMfa: values.requireMfa,
    idleSignOutMinutes: values.idleSignOutMinutes === '' ? null : Number(values.idleSignOutMinutes),
    language: values.language,
  };
}
