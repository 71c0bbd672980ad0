/** One user of the pool, as Cognito keeps them. */
import {
  AdminGetUserCommand,
  type AdminGetUserResponse,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Factor } from '../contract/factors.ts';
import type { PersonId } from '../contract/ids.ts';
import { whereThereIs } from './cognito-answers.ts';

export type CognitoPool = { client: CognitoIdentityProviderClient; UserPoolId: string };

/** Undefined where there are no credentials. */
export function userOf({ client, UserPoolId }: CognitoPool, person: PersonId) {
  return whereThereIs(() => client.send(new AdminGetUserCommand({ UserPoolId, Username: person })));
}

/** Ours, and what Cognito calls them. */
const factors = { authenticator: 'SOFTWARE_TOKEN_MFA', sms: 'SMS_MFA' } as const;
export const everyFactor = Object.keys(factors) as Factor[]; // Object.keys forgets what it was given

type Settings = Pick<AdminGetUserResponse, 'PreferredMfaSetting' | 'UserMFASettingList'>;

/** What Cognito would ask for, the preferred one first. */
export function factorsIn({ PreferredMfaSetting, UserMFASettingList = [] }: Settings): Factor[] {
  const active = everyFactor.filter(factor => UserMFASettingList.includes(factors[factor]));
  const isPreferred = (factor: Factor) => factors[factor] === PreferredMfaSetting;
  return active.toSorted((one, other) => Number(isPreferred(other)) - Number(isPreferred(one)));
}
