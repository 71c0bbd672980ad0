/** Access, id and refresh tokens: issued with the claims that Cognito's carry, and read back with its refusals. */
import { randomUUID } from 'node:crypto';
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { errors } from 'jose';
import { lifetimes, openClient, openPool } from './clients.ts';
import type { Grant } from './grants.ts';
import { notAuthorized } from './refusal.ts';
import { attribute, findUser, requireEnabled } from './user-records.ts';
import { type Party, quiet, type World } from './world.ts';

/** The tokens of a new sign-in. */
export async function signIn(world: World, party: Party): Promise<AuthenticationResultType> {
  const now = world.clock();
  const grant = world.grants.open({
    poolId: party.pool.options.Id,
    clientId: party.client.ClientId,
    username: party.user.Username,
    authTime: toSeconds(now),
    expiresAt: new Date(now.getTime() + lifetimes(party.client).refresh * 1_000),
  });
  return { ...(await issue(world, party, grant)), RefreshToken: grant.refreshToken };
}

/** New access and id tokens of an old sign-in, unless it was revoked, has expired, or its user was disabled. */
export async function refresh(
  world: World,
  { pool, client }: Pick<Party, 'pool' | 'client'>,
  refreshToken: string,
): Promise<AuthenticationResultType> {
  const grant = world.grants.byRefreshToken(refreshToken);
  if (grant?.clientId !== client.ClientId) throw notAuthorized('Invalid Refresh Token');
  const user = await findUser(pool, grant.username);
  if (!user) throw notAuthorized('Invalid Refresh Token');
  requireEnabled(user);
  if (grant.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (world.clock() >= grant.expiresAt) throw notAuthorized('Refresh Token has expired');
  return issue(world, { pool, client, user }, grant);
}

async function issue(world: World, party: Party, grant: Grant): Promise<AuthenticationResultType> {
  const { pool, client, user } = party;
  const now = toSeconds(world.clock());
  const life = lifetimes(client);
  const groups = await pool.listUserGroupMembership(quiet, user);
  const common = {
    sub: attribute(user, 'sub') ?? '',
    iss: issuerOf(world, pool.options.Id),
    event_id: randomUUID(),
    auth_time: grant.authTime,
    iat: now,
    ...(groups.length > 0 ? { 'cognito:groups': groups } : {}),
  };
  const access = {
    ...common,
    token_use: 'access',
    client_id: client.ClientId,
    username: user.Username,
    scope: 'aws.cognito.signin.user.admin',
    exp: now + life.access,
    ...revocable(party, grant),
  };
  const id = {
    ...common,
    ...shownAttributes(party),
    token_use: 'id',
    aud: client.ClientId,
    'cognito:username': user.Username,
    exp: now + life.id,
    ...revocable(party, grant),
  };
  return {
    AccessToken: await world.signer.sign(access),
    IdToken: await world.signer.sign(id),
    ExpiresIn: life.access,
    TokenType: 'Bearer',
  };
}

/** Tokens name their sign-in only where the client allows to revoke it. */
function revocable({ client }: Party, grant: Grant): { jti: string; origin_jti?: string } {
  const jti = randomUUID();
  return client.EnableTokenRevocation === false ? { jti } : { jti, origin_jti: grant.originJti };
}

function shownAttributes({ user }: Party): Record<string, string | boolean> {
  const shown = user.Attributes.map(({ Name, Value = '' }) => [
    Name,
    Name.endsWith('_verified') ? Value === 'true' : Value,
  ]);
  return Object.fromEntries(shown) as Record<string, string | boolean>;
}

export function issuerOf(world: Pick<World, 'issuerOrigin'>, poolId: string): string {
  return `${world.issuerOrigin}/${poolId}`;
}

/** Who an access token speaks for, if it is ours, valid now, and its sign-in was not revoked. */
export async function readAccessToken(world: World, token: string): Promise<Party> {
  const claims = await world.signer.verify(token, world.clock()).catch((error: unknown) => {
    const expired = error instanceof errors.JWTExpired;
    throw notAuthorized(expired ? 'Access Token has expired' : 'Invalid Access Token');
  });
  if (claims.token_use !== 'access') throw notAuthorized('Invalid Access Token');
  if (world.grants.byOrigin(String(claims.origin_jti))?.revoked) {
    throw notAuthorized('Access Token has been revoked');
  }
  const { client } = await openClient(world, String(claims.client_id));
  const pool = await openPool(world, client.UserPoolId);
  const user = await findUser(pool, String(claims.username));
  if (!user) throw notAuthorized('Invalid Access Token');
  requireEnabled(user);
  return { pool, client, user };
}

function toSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
