/** Cognito's refusals: the exception's name as in the API reference, and the message that AWS sends with it. */
import { CognitoError } from 'cognito-local/lib/errors.js';

export function refusal(exception: string, message: string): Error {
  return new CognitoError(exception as CognitoError['code'], message);
}

export const notAuthorized = (message: string) => refusal('NotAuthorizedException', message);
export const invalidParameter = (message: string) => refusal('InvalidParameterException', message);

/** What of AWS's Cognito is not here: said loudly, so that nothing is believed to work that was never tried. */
export const notModelled = (what: string) =>
  refusal('UnsupportedOperationException', `The local Cognito does not model ${what}.`);

/** A parameter that the call must carry. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}
