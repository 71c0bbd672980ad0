/** What the invite form holds, and what is sent of it. */
import type { SentTo } from '../../../shared/contract/routes.ts';
import { nothingGiven, rightsSent } from './rights-values.ts';
import type { UserValues } from './user-values.ts';

export type InviteValues = UserValues & {
  email: string;
  /** Minutes; empty leaves it to the organization. */
  expiresInMinutes: string;
  note: string;
  language: string;
  sendInvitation: boolean;
};

export const emptyInvite: InviteValues = {
  firstName: '',
  lastName: '',
  email: '',
  role: 'user',
  ...nothingGiven,
  username: '',
  displayName: '',
  requireMfa: false,
  apiAccess: false,
  expiresInMinutes: '',
  note: '',
  language: '',
  sendInvitation: true,
};

/** The fields that are not seen at first. */
export const foldedFields: readonly string[] = [
  'requireMfa',
  'apiAccess',
  'expiresInMinutes',
  'note',
  'language',
  'displayName',
  'username',
];

export function bodyOf(values: InviteValues, org: string): SentTo<'invite-user'> {
  const { firstName, lastName, email, requireMfa, apiAccess, sendInvitation } = values;
  return {
    org,
    firstName,
    lastName,
    email,
    // The schema refuses what is no role or language.
    role: values.role as SentTo<'invite-user'>['role'],
    ...rightsSent(values),
    username: filled(values.username),
    displayName: filled(values.displayName),
    requireMfa,
    apiAccess,
    expiresInMinutes: values.expiresInMinutes ? Number(values.expiresInMinutes) : undefined,
    note: filled(values.note),
    language: (values.language || undefined) as SentTo<'invite-user'>['language'],
    sendInvitation,
  };
}

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
