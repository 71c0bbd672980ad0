/** What can be set of second factors and API access, which exclude each other, and what stands below the switches. */

import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import type { UserView } from '../../../shared/contract/users.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import type { UserValues } from './user-values.ts';

/** Whose access it is: a user that there is, or one to be invited. */
export type Circumstances = { organization: OrganizationView | undefined; user?: UserView };

type Note = { why: string; disabled: boolean };

/** What is on can always be switched off, but for what another organization decides. */
export function accessNotes(
  values: Pick<UserValues, 'requireMfa' | 'apiAccess'>,
  { organization, user }: Circumstances,
): { requireMfa: Note; apiAccess: Note } {
  const words = userDeedsTexts.userFields;
  const isElsewhere = user?.home === false;
  const noFactor = values.apiAccess ? words.hasApiAccess : undefined;
  const noScripts = isElsewhere ? words.notHome : apiAccessRefusal(values.requireMfa, { organization, user });
  const asked = organization?.requireMfa ? words.requiredOfAll : words.requireMfaWhy;
  return {
    requireMfa: { why: noFactor ?? asked, disabled: !values.requireMfa && noFactor !== undefined },
    apiAccess: {
      why: noScripts ?? words.apiAccessWhy,
      disabled: isElsewhere || (!values.apiAccess && noScripts !== undefined),
    },
  };
}

function apiAccessRefusal(requireMfa: boolean, { organization, user }: Circumstances): string | undefined {
  const words = userDeedsTexts.userFields;
  if (organization && !organization.apiAccess) return words.planLacks;
  if (organization?.requireMfa) return words.mfaOfAll;
  if (requireMfa) return words.mfaRequired;
  return user && user.mfa.enrolled.length > 0 ? words.mfaEnrolled : undefined;
}
