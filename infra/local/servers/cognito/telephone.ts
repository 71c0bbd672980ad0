/** A telephone's number is verified with a code that is texted to it. */
import type {
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
  VerifyUserAttributeRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { requireWithinLimit } from './attempts.ts';
import { invalidParameter, notModelled, refusal, required } from './refusal.ts';
import { masked, textCode } from './texts.ts';
import { readAccessToken } from './tokens.ts';
import { attribute, change, withAttribute } from './user-records.ts';
import type { World } from './world.ts';

/** How long a code is good. */
const validity = 24 * 60 * 60_000;

export async function getUserAttributeVerificationCode(
  world: World,
  request: GetUserAttributeVerificationCodeRequest,
): Promise<GetUserAttributeVerificationCodeResponse> {
  const party = await readAccessToken(world, required(request.AccessToken, 'AccessToken'));
  requireTelephone(request.AttributeName);
  const to = attribute(party.user, 'phone_number');
  if (!to) throw invalidParameter('User does not have a valid registered phone number');
  requireWithinLimit(world, party, 'GetUserAttributeVerificationCode');
  const code = await textCode(world, party.pool, { to, occasion: 'verification' });
  const until = new Date(world.clock().getTime() + validity);
  await change(world, party.pool, party.user, { TelephoneCode: { code, to, until } });
  return {
    CodeDeliveryDetails: {
      AttributeName: 'phone_number',
      DeliveryMedium: 'SMS',
      Destination: masked(to),
    },
  };
}

/** Takes the newest code, once, for the number that it went to. */
export async function verifyUserAttribute(
  world: World,
  request: VerifyUserAttributeRequest,
): Promise<object> {
  const party = await readAccessToken(world, required(request.AccessToken, 'AccessToken'));
  const code = required(request.Code, 'Code');
  requireTelephone(request.AttributeName);
  const { TelephoneCode: sent, ...user } = party.user;
  const telephone = attribute(user, 'phone_number');
  if (!telephone) throw invalidParameter('Unable to verify attribute: phone_number no value set to verify');
  requireWithinLimit(world, party, 'VerifyUserAttribute');
  if (sent?.to !== telephone || world.clock() >= sent.until) {
    throw refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  if (code !== sent.code) {
    throw refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
  await change(world, party.pool, user, withAttribute(user, 'phone_number_verified', 'true'));
  return {};
}

function requireTelephone(name: string | undefined): void {
  if (name === 'email') throw notModelled('codes by email');
  if (name !== 'phone_number') {
    throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.');
  }
}
