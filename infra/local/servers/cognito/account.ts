/** What a token's bearer may do with it. */
import type {
  ChangePasswordRequest,
  GetUserRequest,
  GetUserResponse,
  GlobalSignOutRequest,
  RevokeTokenRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { attempt } from './attempts.ts';
import { openClient } from './clients.ts';
import { requireGoodPassword } from './password-policy.ts';
import { refusal, required } from './refusal.ts';
import { readAccessToken } from './tokens.ts';
import { change, requirePassword } from './user-records.ts';
import { mfaOf } from './users.ts';
import type { World } from './world.ts';

export async function getUser(world: World, request: GetUserRequest): Promise<GetUserResponse> {
  const { user } = await readAccessToken(world, required(request.AccessToken, 'AccessToken'));
  return { Username: user.Username, UserAttributes: user.Attributes, ...mfaOf(user) };
}

export async function changePassword(world: World, request: ChangePasswordRequest): Promise<object> {
  const party = await readAccessToken(world, required(request.AccessToken, 'AccessToken'));
  const proposed = required(request.ProposedPassword, 'ProposedPassword');
  await attempt(world, party, () => requirePassword(party, request.PreviousPassword));
  requireGoodPassword(party.pool, proposed);
  await change(world, party.pool, party.user, { Password: proposed, UserStatus: 'CONFIRMED' });
  return {};
}

export async function globalSignOut(world: World, request: GlobalSignOutRequest): Promise<object> {
  const { pool, user } = await readAccessToken(world, required(request.AccessToken, 'AccessToken'));
  world.grants.revokeAll(pool.options.Id, user.Username);
  return {};
}

/** Ends one sign-in. A token that is unknown, expired or already revoked is answered as one that was good. */
export async function revokeToken(world: World, request: RevokeTokenRequest): Promise<object> {
  const { client } = await openClient(world, request.ClientId);
  const token = required(request.Token, 'Token');
  if (client.EnableTokenRevocation === false) {
    throw refusal('UnsupportedOperationException', 'Revocation is not enabled for this client.');
  }
  if (token.split('.').length === 3) {
    throw refusal('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
  }
  const grant = world.grants.byRefreshToken(token);
  if (grant && grant.clientId !== client.ClientId) throw refusal('UnauthorizedException', 'Unauthorized');
  if (grant) grant.revoked = true;
  return {};
}
