/** What the onboarding form holds, and what is sent of it. */
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import type { SentTo } from '../../../shared/contract/routes.ts';
import { likelyCountry } from '../../ui/countries.ts';
import type { Telephone } from '../../ui/use-telephone.ts';

export type OnboardingValues = {
  password: string;
  'profile.firstName': string;
  'profile.lastName': string;
  'profile.title': string;
  'profile.city': string;
  'profile.stateOrProvince': string;
  'profile.country': string | null;
  'profile.telephone': string;
  'terms.accepted': boolean;
  'communications.product': boolean;
  'communications.marketing': boolean;
};

export function valuesFor({ firstName, lastName }: InvitationGreeting): OnboardingValues {
  return {
    password: '',
    'profile.firstName': firstName,
    'profile.lastName': lastName,
    'profile.title': '',
    'profile.city': '',
    'profile.stateOrProvince': '',
    'profile.country': likelyCountry(),
    'profile.telephone': '',
    'terms.accepted': false,
    // Nobody is signed up for anything by leaving a box as it is.
    'communications.product': false,
    'communications.marketing': false,
  };
}

export function bodyOf(
  values: OnboardingValues,
  token: string,
  { terms }: Pick<InvitationGreeting, 'terms'>,
  known: Telephone | undefined,
): SentTo<'accept-invitation'> {
  const country = values['profile.country'];
  const telephone = filled(values['profile.telephone']);
  return {
    token,
    password: values.password,
    profile: {
      firstName: values['profile.firstName'],
      lastName: values['profile.lastName'],
      title: filled(values['profile.title']),
      city: filled(values['profile.city']),
      stateOrProvince: filled(values['profile.stateOrProvince']),
      country: country ?? undefined,
      telephone: telephone && (known?.toE164(telephone, country) ?? telephone),
    },
    // The schema refuses anything but true here, and says so at the field.
    terms: { version: terms.version, accepted: values['terms.accepted'] as true },
    communications: {
      product: values['communications.product'],
      marketing: values['communications.marketing'],
    },
  };
}

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
