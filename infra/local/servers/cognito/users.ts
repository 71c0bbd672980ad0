/** What an administrator does to users. */
import { randomUUID } from 'node:crypto';
import type {
  AdminCreateUserRequest,
  AdminCreateUserResponse,
  AdminGetUserRequest,
  AdminGetUserResponse,
  AdminSetUserPasswordRequest,
  AttributeType,
  UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { openPool } from './clients.ts';
import { requireGoodPassword } from './password-policy.ts';
import { invalidParameter, notModelled, refusal, required } from './refusal.ts';
import { change, findUser, type Named, requireUser } from './user-records.ts';
import { type LocalUser, quiet, type World } from './world.ts';

/** Creates a user with a temporary password. Nothing is mailed or texted here, so the call must ask for nothing. */
export async function adminCreateUser(
  world: World,
  request: AdminCreateUserRequest,
): Promise<AdminCreateUserResponse> {
  const pool = await openPool(world, request.UserPoolId);
  const username = required(request.Username, 'Username');
  if (request.MessageAction !== 'SUPPRESS')
    throw notModelled("Cognito's own messages: use MessageAction SUPPRESS");
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(username)) throw invalidParameter('Invalid username.');
  if (await findUser(pool, username)) throw refusal('UsernameExistsException', 'User account already exists');
  const attributes = request.UserAttributes ?? [];
  requireKnown(attributes, pool.options.SchemaAttributes ?? []);
  const password = request.TemporaryPassword ?? `Aa1!${randomUUID()}`;
  requireGoodPassword(pool, password);
  const now = world.clock();
  const user: LocalUser = {
    Username: username,
    Password: password,
    TemporarySince: now,
    Attributes: [{ Name: 'sub', Value: randomUUID() }, ...(attributes as LocalUser['Attributes'])],
    Enabled: true,
    UserStatus: 'FORCE_CHANGE_PASSWORD',
    UserCreateDate: now,
    UserLastModifiedDate: now,
    RefreshTokens: [],
  };
  await pool.saveUser(quiet, user);
  return { User: shown(user) };
}

function requireKnown(given: readonly AttributeType[], schema: readonly { Name?: string }[]): void {
  const known = new Set(schema.map(({ Name }) => Name));
  const unknown = given.find(({ Name }) => Name === 'sub' || !known.has(Name));
  if (unknown) {
    const reason = `${unknown.Name}: Attribute does not exist in the schema.`;
    throw invalidParameter(`Attributes did not conform to the schema: ${reason}\n`);
  }
}

export async function adminGetUser(
  world: World,
  request: AdminGetUserRequest,
): Promise<AdminGetUserResponse> {
  const { user } = await requireUser(world, request);
  const { Attributes, ...facts } = shown(user);
  return { ...facts, Username: user.Username, UserAttributes: Attributes, ...mfaOf(user) };
}

export function mfaOf(
  user: LocalUser,
): Pick<AdminGetUserResponse, 'PreferredMfaSetting' | 'UserMFASettingList'> {
  const factors = user.UserMFASettingList ?? [];
  return {
    ...(user.PreferredMfaSetting ? { PreferredMfaSetting: user.PreferredMfaSetting } : {}),
    ...(factors.length > 0 ? { UserMFASettingList: factors } : {}),
  };
}

export function shown(user: LocalUser): UserType {
  const { Username, Attributes, Enabled, UserStatus, UserCreateDate, UserLastModifiedDate } = user;
  return {
    Username,
    Attributes,
    Enabled,
    UserCreateDate,
    UserLastModifiedDate,
    UserStatus: UserStatus as NonNullable<UserType['UserStatus']>,
  };
}

export async function adminSetUserPassword(
  world: World,
  request: AdminSetUserPasswordRequest,
): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  const password = required(request.Password, 'Password');
  requireGoodPassword(pool, password);
  await change(world, pool, user, {
    Password: password,
    UserStatus: request.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    TemporarySince: world.clock(),
  });
  return {};
}

export async function adminEnableUser(world: World, request: Named): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  await change(world, pool, user, { Enabled: true });
  return {};
}

/** Shuts a user out and ends every sign-in; enabling the user again brings none back. */
export async function adminDisableUser(world: World, request: Named): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  await change(world, pool, user, { Enabled: false });
  world.grants.revokeAll(pool.options.Id, user.Username);
  return {};
}

export async function adminUserGlobalSignOut(world: World, request: Named): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  world.grants.revokeAll(pool.options.Id, user.Username);
  return {};
}

export async function adminDeleteUser(world: World, request: Named): Promise<object> {
  const { pool, user } = await requireUser(world, request);
  await pool.deleteUser(quiet, user);
  world.grants.revokeAll(pool.options.Id, user.Username);
  return {};
}
