/** Every operation that the local Cognito answers: ours, and of cognito-local's those that behave as AWS's do. */
import type { Services } from 'cognito-local/lib/services/index.js';
import { AdminDeleteUserAttributes } from 'cognito-local/lib/targets/adminDeleteUserAttributes.js';
import { AdminUpdateUserAttributes } from 'cognito-local/lib/targets/adminUpdateUserAttributes.js';
import { DescribeUserPool } from 'cognito-local/lib/targets/describeUserPool.js';
import { DescribeUserPoolClient } from 'cognito-local/lib/targets/describeUserPoolClient.js';
import { GetUserPoolMfaConfig } from 'cognito-local/lib/targets/getUserPoolMfaConfig.js';
import { ListUserPoolClients } from 'cognito-local/lib/targets/listUserPoolClients.js';
import { ListUserPools } from 'cognito-local/lib/targets/listUserPools.js';
import { appClientToResponseObject, userPoolToResponseObject } from 'cognito-local/lib/targets/responses.js';
import { SetUserPoolMfaConfig } from 'cognito-local/lib/targets/setUserPoolMfaConfig.js';
import { changePassword, getUser, globalSignOut, revokeToken } from './account.ts';
import { createClient } from './clients.ts';
import { adminForgetDevice, adminListDevices } from './devices.ts';
import { listUsers } from './list-users.ts';
import {
  adminGetUserAuthFactors,
  adminSetUserMfaPreference,
  setUserMfaPreference,
} from './mfa-preference.ts';
import { createPool } from './pools.ts';
import { notModelled } from './refusal.ts';
import { adminRespondToAuthChallenge, respondToAuthChallenge } from './respond.ts';
import { adminInitiateAuth, initiateAuth } from './sign-in.ts';
import { adminDeleteSoftwareToken, associateSoftwareToken, verifySoftwareToken } from './software-token.ts';
import { getUserAttributeVerificationCode, verifyUserAttribute } from './telephone.ts';
import { type Named, requireUser } from './user-records.ts';
import {
  adminCreateUser,
  adminDeleteUser,
  adminDisableUser,
  adminEnableUser,
  adminGetUser,
  adminSetUserPassword,
  adminUserGlobalSignOut,
} from './users.ts';
import { quiet, type World } from './world.ts';

type Operation = (world: World, request: object) => Promise<object>;

const operations: Readonly<Record<string, Operation>> = {
  AdminCreateUser: ours(adminCreateUser),
  AdminDeleteSoftwareToken: ours(adminDeleteSoftwareToken),
  AdminDeleteUser: ours(adminDeleteUser),
  AdminDeleteUserAttributes: ofKnownUser(theirs(AdminDeleteUserAttributes)),
  AdminDisableUser: ours(adminDisableUser),
  AdminEnableUser: ours(adminEnableUser),
  AdminForgetDevice: ours(adminForgetDevice),
  AdminGetUser: ours(adminGetUser),
  AdminGetUserAuthFactors: ours(adminGetUserAuthFactors),
  AdminInitiateAuth: ours(adminInitiateAuth),
  AdminListDevices: ours(adminListDevices),
  AdminRespondToAuthChallenge: ours(adminRespondToAuthChallenge),
  AdminSetUserMFAPreference: ours(adminSetUserMfaPreference),
  AdminSetUserPassword: ours(adminSetUserPassword),
  AdminUpdateUserAttributes: ofKnownUser(theirs(AdminUpdateUserAttributes)),
  AdminUserGlobalSignOut: ours(adminUserGlobalSignOut),
  AssociateSoftwareToken: ours(associateSoftwareToken),
  ChangePassword: ours(changePassword),
  CreateUserPool: async (world, request) => ({
    UserPool: userPoolToResponseObject(await createPool(world, request as Parameters<typeof createPool>[1])),
  }),
  CreateUserPoolClient: async (world, request) => ({
    UserPoolClient: appClientToResponseObject(
      await createClient(world, request as Parameters<typeof createClient>[1]),
    ),
  }),
  DescribeUserPool: theirs(DescribeUserPool),
  DescribeUserPoolClient: theirs(DescribeUserPoolClient),
  GetUser: ours(getUser),
  GetUserAttributeVerificationCode: ours(getUserAttributeVerificationCode),
  GetUserPoolMfaConfig: theirs(GetUserPoolMfaConfig),
  GlobalSignOut: ours(globalSignOut),
  InitiateAuth: ours(initiateAuth),
  ListUserPoolClients: theirs(ListUserPoolClients),
  ListUserPools: theirs(ListUserPools),
  ListUsers: ours(listUsers),
  RespondToAuthChallenge: ours(respondToAuthChallenge),
  RevokeToken: ours(revokeToken),
  SetUserMFAPreference: ours(setUserMfaPreference),
  SetUserPoolMfaConfig: theirs(SetUserPoolMfaConfig),
  VerifySoftwareToken: ours(verifySoftwareToken),
  VerifyUserAttribute: ours(verifyUserAttribute),
};

/** Answers one operation by its name, or refuses it as not modelled. */
export async function operate(world: World, name: string, request: object): Promise<object> {
  const operation = operations[name];
  if (!operation) throw notModelled(`the operation ${name}`);
  return operation(world, request);
}

/** Requests are JSON of the SDK's making: each operation reads the parameters that it needs and refuses without. */
function ours<Request>(operation: (world: World, request: Request) => Promise<object>): Operation {
  return (world, request) => operation(world, request as Request);
}

type Target<Request> = (services: Services) => (context: typeof quiet, request: Request) => Promise<object>;

function theirs<Request>(target: Target<Request>): Operation {
  return (world, request) => target(servicesOf(world))(quiet, request as Request);
}

/** cognito-local's own refusal of an unknown user has another name than AWS's. */
function ofKnownUser(operation: Operation): Operation {
  return async (world, request) => {
    await requireUser(world, request as Named);
    return operation(world, request);
  };
}

/** Of cognito-local's services, what the operations above touch. */
function servicesOf({ pools, clock }: World): Services {
  const messages = { deliver: () => Promise.reject(notModelled("Cognito's own messages")) };
  const needed = { clock: { get: clock }, cognito: pools, otp: () => '000000', messages };
  return needed as unknown as Services;
}
