/** Authenticator apps: begun, verified with a first code, used at sign-in, and taken away by an administrator. */
import type {
  AdminDeleteSoftwareTokenRequest,
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Challenge } from './challenges.ts';
import { openClient } from './clients.ts';
import { invalidParameter, notAuthorized, refusal, required } from './refusal.ts';
import { readAccessToken } from './tokens.ts';
import { newSecret, stepOf } from './totp.ts';
import { change, findUser, requireEnabled, requireUser } from './user-records.ts';
import type { LocalUser, Party, World } from './world.ts';

type Bearer = { readonly AccessToken?: string | undefined; readonly Session?: string | undefined };

/** Begins a token. The one that is verified stays in use until the new one is. */
export async function associateSoftwareToken(
  world: World,
  request: AssociateSoftwareTokenRequest,
): Promise<AssociateSoftwareTokenResponse> {
  const { party, asked } = await bearer(world, request);
  if (!party.pool.options.SoftwareTokenMfaConfiguration?.Enabled) {
    throw refusal(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    );
  }
  const secret = newSecret();
  await change(world, party.pool, party.user, { PendingTokenSecret: secret });
  return { SecretCode: secret, ...renewed(world, request, asked) };
}

/** Verifies a begun token. It is asked for at sign-in only once the user's MFA preference says so. */
export async function verifySoftwareToken(
  world: World,
  request: VerifySoftwareTokenRequest,
): Promise<VerifySoftwareTokenResponse> {
  const code = required(request.UserCode, 'UserCode');
  const { party, asked } = await bearer(world, request);
  const { PendingTokenSecret: secret, ...user } = party.user;
  if (!secret) throw invalidParameter('The user has not begun a software token.');
  const step = stepOf(secret, code, world.clock());
  if (step === undefined) throw refusal('EnableSoftwareTokenMFAException', 'Code mismatch');
  const device = request.FriendlyDeviceName;
  await change(world, party.pool, user, {
    SoftwareTokenMfaConfiguration: {
      Secret: secret,
      Verified: true,
      ...(device ? { FriendlyDeviceName: device } : {}),
    },
    LastTokenStep: step,
  });
  return { Status: 'SUCCESS', ...renewed(world, request, asked && { ...asked, verified: true }) };
}

/** Takes a code at sign-in: right, of now, and never taken before. */
export async function takeTokenCode(world: World, { pool, user }: Party, code: string): Promise<LocalUser> {
  const token = user.SoftwareTokenMfaConfiguration;
  if (!token?.Verified)
    throw refusal('SoftwareTokenMFANotFoundException', 'Software token MFA is not set up.');
  const step = stepOf(token.Secret, code, world.clock());
  if (step === undefined) throw refusal('CodeMismatchException', 'Invalid code received for user');
  if (step <= (user.LastTokenStep ?? -1)) {
    throw refusal('ExpiredCodeException', 'Your software token has already been used once.');
  }
  return change(world, pool, user, { LastTokenStep: step });
}

/** Takes the registration and the preference for it away; the user may begin a new one. */
export async function adminDeleteSoftwareToken(
  world: World,
  request: AdminDeleteSoftwareTokenRequest,
): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  const { SoftwareTokenMfaConfiguration: token, PendingTokenSecret: begun, ...rest } = user;
  if (!token && !begun) {
    throw refusal('ResourceNotFoundException', 'Software token MFA has not been configured for this user');
  }
  const { PreferredMfaSetting, ...withoutPreference } = rest;
  const kept = PreferredMfaSetting === 'SOFTWARE_TOKEN_MFA' ? withoutPreference : rest;
  await change(world, pool, kept, {
    UserMFASettingList: (user.UserMFASettingList ?? []).filter(factor => factor !== 'SOFTWARE_TOKEN_MFA'),
  });
  return {};
}

/** These two operations are called with an access token, or with the session of an MFA_SETUP challenge. */
async function bearer(world: World, given: Bearer): Promise<{ party: Party; asked?: Challenge }> {
  if (given.AccessToken) return { party: await readAccessToken(world, given.AccessToken) };
  const asked = world.challenges.read(required(given.Session, 'AccessToken or Session'), world.clock());
  const { client, pool } = await openClient(world, asked.clientId);
  const user = await findUser(pool, asked.username);
  if (asked.name !== 'MFA_SETUP' || !user) throw notAuthorized('Invalid session for the user.');
  requireEnabled(user);
  return { party: { pool, client, user }, asked };
}

/** A session that was used brings the next one. */
function renewed(world: World, given: Bearer, asked: Challenge | undefined): { Session?: string } {
  if (!asked || !given.Session) return {};
  world.challenges.spend(given.Session);
  return { Session: world.challenges.open(asked) };
}
