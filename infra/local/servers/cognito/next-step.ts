/** What a sign-in meets once the password is right: a second factor's challenge, or its tokens. */
import type { AdminInitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { forgiveAttempts } from './attempts.ts';
import type { Challenge } from './challenges.ts';
import { notAuthorized, refusal } from './refusal.ts';
import { masked, textCode } from './texts.ts';
import { signIn } from './tokens.ts';
import { attribute } from './user-records.ts';
import type { Party, World } from './world.ts';

type Answer = AdminInitiateAuthResponse;
export type Factor = 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA';

/** By the pool's rule and the user's factors; only a single or a preferred factor is asked for without a choice. */
export async function afterPassword(world: World, party: Party): Promise<Answer> {
  const rule = party.pool.options.MfaConfiguration ?? 'OFF';
  const factors = rule === 'OFF' ? [] : activeFactors(party);
  const [first, second] = factors;
  if (first === undefined) return rule === 'ON' ? setUpFactor(world, party) : passed(world, party);
  const preferred = factors.find(factor => factor === party.user.PreferredMfaSetting);
  if (second === undefined || preferred !== undefined) return askFor(world, party, preferred ?? first);
  return challenge(world, party, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(factors) });
}

/** The sign-in is over. */
export async function passed(world: World, party: Party): Promise<Answer> {
  forgiveAttempts(world, party);
  return { ChallengeParameters: {}, AuthenticationResult: await signIn(world, party) };
}

export async function askFor(world: World, party: Party, factor: Factor): Promise<Answer> {
  if (factor === 'SMS_MFA') return sendCode(world, party);
  const device = party.user.SoftwareTokenMfaConfiguration?.FriendlyDeviceName;
  return challenge(world, party, factor, device ? { FRIENDLY_DEVICE_NAME: device } : {});
}

/** The factors that a user may be asked for, as the user's preference or a required pool activates them. */
export function activeFactors({ pool, user }: Pick<Party, 'pool' | 'user'>): Factor[] {
  const token = user.SoftwareTokenMfaConfiguration?.Verified ?? false;
  const active = new Set(user.UserMFASettingList);
  const required = pool.options.MfaConfiguration === 'ON';
  const factors: Factor[] = [];
  if (active.has('SMS_MFA')) factors.push('SMS_MFA');
  if (token && (active.has('SOFTWARE_TOKEN_MFA') || required)) factors.push('SOFTWARE_TOKEN_MFA');
  return factors;
}

/** The pool requires a second factor and the user has none. */
function setUpFactor(world: World, party: Party): Answer {
  if (!party.pool.options.SoftwareTokenMfaConfiguration?.Enabled) {
    throw notAuthorized('The user has no second factor, and the pool offers none that can be set up here.');
  }
  return challenge(world, party, 'MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' });
}

async function sendCode(world: World, party: Party): Promise<Answer> {
  const to = attribute(party.user, 'phone_number');
  if (!to) throw refusal('MFAMethodNotFoundException', 'The user has no phone number to send a code to.');
  const code = await textCode(world, party.pool, { to, occasion: 'sign-in' });
  const parameters = { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: masked(to) };
  return challenge(world, party, 'SMS_MFA', parameters, { code });
}

/** Opens a challenge session, which lives as long as the client says (three minutes unless it does). */
export function challenge(
  world: World,
  party: Party,
  name: Challenge['name'],
  parameters: Record<string, string>,
  secret: { readonly code?: string } = {},
): Answer {
  const minutes = party.client.AuthSessionValidity ?? 3;
  const session = world.challenges.open({
    name,
    poolId: party.pool.options.Id,
    clientId: party.client.ClientId,
    username: party.user.Username,
    expiresAt: new Date(world.clock().getTime() + minutes * 60_000),
    ...secret,
  });
  return {
    ChallengeName: name,
    Session: session,
    ChallengeParameters: { USER_ID_FOR_SRP: party.user.Username, ...parameters },
  };
}
