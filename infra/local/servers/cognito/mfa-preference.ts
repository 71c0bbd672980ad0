/** Which second factors a user is asked for, set by an administrator or by the user. */
import type {
  AdminGetUserAuthFactorsRequest,
  AdminGetUserAuthFactorsResponse,
  AdminSetUserMFAPreferenceRequest,
  AuthFactorType,
  SetUserMFAPreferenceRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Factor } from './next-step.ts';
import { invalidParameter, notModelled, required } from './refusal.ts';
import { readAccessToken } from './tokens.ts';
import { attribute, change, requireUser } from './user-records.ts';
import { mfaOf } from './users.ts';
import type { LocalUser, Party, World } from './world.ts';

type Wishes = Omit<SetUserMFAPreferenceRequest, 'AccessToken'>;

export async function adminSetUserMfaPreference(
  world: World,
  request: AdminSetUserMFAPreferenceRequest,
): Promise<object> {
  return prefer(world, await requireUser(world, request), request);
}

export async function setUserMfaPreference(
  world: World,
  request: SetUserMFAPreferenceRequest,
): Promise<object> {
  return prefer(world, await readAccessToken(world, required(request.AccessToken, 'AccessToken')), request);
}

export async function adminGetUserAuthFactors(
  world: World,
  request: AdminGetUserAuthFactorsRequest,
): Promise<AdminGetUserAuthFactorsResponse> {
  const { user } = await requireUser(world, request);
  const token: AuthFactorType[] = user.SoftwareTokenMfaConfiguration?.Verified ? ['SOFTWARE_TOKEN'] : [];
  return {
    Username: user.Username,
    ...mfaOf(user),
    ConfiguredUserAuthFactors: ['PASSWORD', ...token],
  };
}

async function prefer(
  world: World,
  { pool, user }: Pick<Party, 'pool' | 'user'>,
  wishes: Wishes,
): Promise<object> {
  if (wishes.EmailMfaSettings?.Enabled || wishes.WebAuthnMfaSettings?.Enabled) {
    throw notModelled('email and passkey second factors');
  }
  if (wishes.SMSMfaSettings?.PreferredMfa && wishes.SoftwareTokenMfaSettings?.PreferredMfa) {
    throw invalidParameter('Only one factor can be set as preferred.');
  }
  // A pool that requires a second factor ignores the wish to have none.
  const required = pool.options.MfaConfiguration === 'ON';
  const settings: readonly (readonly [Factor, Wishes['SMSMfaSettings']])[] = [
    ['SOFTWARE_TOKEN_MFA', wishes.SoftwareTokenMfaSettings],
    ['SMS_MFA', wishes.SMSMfaSettings],
  ];
  const active = new Set(user.UserMFASettingList);
  let preferred = user.PreferredMfaSetting;
  for (const [factor, wish] of settings) {
    if (wish === undefined || (required && !wish.Enabled)) continue;
    if (wish.Enabled) requirePossible(factor, user);
    active[wish.Enabled ? 'add' : 'delete'](factor);
    if (wish.Enabled && wish.PreferredMfa) preferred = factor;
    else if (preferred === factor) preferred = undefined;
  }
  const { PreferredMfaSetting: _before, ...rest } = user;
  await change(world, pool, rest, {
    UserMFASettingList: [...active],
    ...(preferred ? { PreferredMfaSetting: preferred } : {}),
  });
  return {};
}

function requirePossible(factor: Factor, user: LocalUser): void {
  const has =
    factor === 'SMS_MFA' ? attribute(user, 'phone_number') : user.SoftwareTokenMfaConfiguration?.Verified;
  if (!has) throw invalidParameter(`User does not have delivery config set to turn on ${factor}`);
}
