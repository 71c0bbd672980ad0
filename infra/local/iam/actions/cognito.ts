/** Cognito user pools: an administrator's operation is an action on its pool; a token bearer's needs no IAM. */
import { arnOf, type Mapped, type MapWorld, need } from '../needs.ts';

/** Operations that AWS does not authorise by IAM, and that the SDK sends unsigned. */
const unsigned = new Set([
  'AssociateSoftwareToken',
  'ChangePassword',
  'GetUser',
  'GetUserAttributeVerificationCode',
  'GlobalSignOut',
  'InitiateAuth',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SetUserMFAPreference',
  'VerifySoftwareToken',
  'VerifyUserAttribute',
]);

const onPools = new Set([
  'AdminCreateUser',
  'AdminDeleteSoftwareToken',
  'AdminDeleteUser',
  'AdminDeleteUserAttributes',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminForgetDevice',
  'AdminGetUser',
  'AdminGetUserAuthFactors',
  'AdminInitiateAuth',
  'AdminListDevices',
  'AdminRespondToAuthChallenge',
  'AdminSetUserMFAPreference',
  'AdminSetUserPassword',
  'AdminUpdateUserAttributes',
  'AdminUserGlobalSignOut',
  'CreateUserPoolClient',
  'DescribeUserPool',
  'DescribeUserPoolClient',
  'GetUserPoolMfaConfig',
  'ListUserPoolClients',
  'ListUsers',
  'SetUserPoolMfaConfig',
]);

const onEverything = new Set(['CreateUserPool', 'ListUserPools']);

export function mapCognito(operation: string, input: object, { place }: MapWorld): Mapped {
  const { UserPoolId = '' } = input as { UserPoolId?: string };
  const action = `cognito-idp:${operation}`;
  if (unsigned.has(operation)) return { operation, needs: [] };
  if (onEverything.has(operation)) return { operation, needs: [need(action, '*')] };
  if (!onPools.has(operation)) return { operation, needs: undefined };
  return { operation, needs: [need(action, arnOf(place, 'cognito-idp', 'userpool/', UserPoolId))] };
}

/** Whether a call may come without a signature. */
export function needsNoSignature(operation: string): boolean {
  return unsigned.has(operation);
}
