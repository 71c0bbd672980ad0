/** What Cognito's answers mean: yes, no, or that it failed. */
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod/mini';
import type { ChallengeKind, SignInResult, Tokens } from '../ports/identity.ts';

/** Ours, and what Cognito calls them. */
export const challenges = {
  'authenticator-code': { name: 'SOFTWARE_TOKEN_MFA', field: 'SOFTWARE_TOKEN_MFA_CODE' },
  'sms-code': { name: 'SMS_MFA', field: 'SMS_MFA_CODE' },
} as const;

const kinds = Object.keys(challenges) as ChallengeKind[]; // Object.keys forgets what it was given

type AuthAnswer = {
  AuthenticationResult?: AuthenticationResultType;
  ChallengeName?: string;
  Session?: string;
};

/** What an attempt to sign in comes to. */
export async function signInResult(ask: () => Promise<AuthAnswer>): Promise<SignInResult> {
  const answer = await refusedAs(undefined, ask);
  if (!answer) return { outcome: 'refused' };
  if (answer.AuthenticationResult)
    return { outcome: 'signed-in', tokens: tokensIn(answer.AuthenticationResult) };
  const kind = kinds.find(known => challenges[known].name === answer.ChallengeName);
  if (!kind || !answer.Session)
    throw new Error(`Cognito asks for ${answer.ChallengeName}, which nobody set up`);
  return { outcome: 'challenge', challenge: { kind, session: answer.Session } };
}

/**
 * Every way in which Cognito says no to whoever asks, as against failing. `LimitExceededException` is one of them: it
 * says that this one person has tried too often, as `NotAuthorizedException` says it at sign-in. A further code is then
 * refused like a wrong one. `TooManyRequestsException` says that all of us together have, which is an outage.
 */
const refusals = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'EnableSoftwareTokenMFAException',
  'LimitExceededException',
  'InvalidPasswordException',
  'InvalidParameterException',
  'UnsupportedTokenTypeException',
];

/** The answer, or `refused` where Cognito says no. */
export function refusedAs<T, R>(refused: R, ask: () => Promise<T>): Promise<T | R> {
  return unless(refusals, refused, ask);
}

/** The answer, or `otherwise` where Cognito throws one of these. */
export async function unless<T, R>(
  names: readonly string[],
  otherwise: R,
  ask: () => Promise<T>,
): Promise<T | R> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return otherwise;
    throw error;
  }
}

/** Undefined where there is no such user. */
export function whereThereIs<T>(ask: () => Promise<T>): Promise<T | undefined> {
  return unless(['UserNotFoundException'], undefined, ask);
}

function tokensIn({ AccessToken, RefreshToken, ExpiresIn }: AuthenticationResultType): Tokens {
  if (!AccessToken || !ExpiresIn) throw new Error('Cognito signed somebody in without a token');
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken ?? '', // a refresh keeps the token it was made with
    expiresIn: ExpiresIn,
    session: sessionIn(AccessToken),
  };
}

const Payload = z.object({ origin_jti: z.string() });

/** The session of an access token: only of those that Cognito has just issued or just checked. */
export function sessionIn(accessToken: string): string {
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return Payload.parse(JSON.parse(payload)).origin_jti;
}
