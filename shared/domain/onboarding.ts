/** What somebody new tells of themselves before they are let in. */
import type { Communications, Profile } from '../contract/invitations.ts';
import type { FieldError } from '../contract/problems.ts';
import { passwordErrors } from './password.ts';

export type Onboarding = {
  password: string;
  profile: Profile;
  communications: Communications;
  termsVersion: string;
};

/** As it was sent: every part may be missing. */
export type SentOnboarding = {
  password?: string;
  profile?: Profile;
  communications?: Communications;
  terms?: { version: string };
};

type Checked = { ok: true; onboarding: Onboarding } | { ok: false; errors: FieldError[] };

/**
 * The onboarding, complete and up to date, or everything that is wrong with it at once.
 * @param asked the version of the terms in force, and words that the password must not be built from
 */
export function checkOnboarding(
  sent: SentOnboarding,
  asked: { terms: string; personal: readonly string[] },
): Checked {
  const { password, profile, communications, terms } = sent;
  const errors: FieldError[] = [
    ...(password === undefined ? [missing('/password')] : passwordErrors(password, asked.personal)),
    ...(profile === undefined ? [missing('/profile')] : []),
    ...(communications === undefined ? [missing('/communications')] : []),
    ...(terms === undefined ? [missing('/terms')] : termsErrors(terms.version, asked.terms)),
  ];
  if (errors.length > 0 || !password || !profile || !communications || !terms) return { ok: false, errors };
  return { ok: true, onboarding: { password, profile, communications, termsVersion: terms.version } };
}

function missing(pointer: string): FieldError {
  return { pointer, code: 'required', message: 'is required' };
}

function termsErrors(accepted: string, current: string): FieldError[] {
  if (accepted === current) return [];
  return [
    {
      pointer: '/terms/version',
      code: 'outdated',
      message: `is not the version in force, which is ${current}`,
    },
  ];
}
