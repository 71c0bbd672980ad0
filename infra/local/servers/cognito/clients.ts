/** App clients: how long their tokens live, and which sign-in flows they allow. */
import type { CreateUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { AppClient } from 'cognito-local/lib/services/appClient.js';
import type { UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import { clientLetters, randomId } from './pools.ts';
import { invalidParameter, notModelled, refusal, required } from './refusal.ts';
import { type AuthSettings, quiet, type World } from './world.ts';

/** `AWS::Cognito::UserPoolClient`'s properties, or CreateUserPoolClient's parameters. */
export type ClientProperties = Omit<Partial<CreateUserPoolClientRequest>, 'UserPoolId'> & {
  readonly UserPoolId: string;
};

/** Makes an app client of a pool. */
export async function createClient(world: World, given: ClientProperties): Promise<AppClient> {
  const pool = await openPool(world, given.UserPoolId);
  if (given.GenerateSecret) throw notModelled('client secrets');
  if (given.RefreshTokenRotation?.Feature === 'ENABLED') throw notModelled('refresh token rotation');
  requireRange('AccessToken', lifetimes(given).access, 5 * minutes, days);
  requireRange('IdToken', lifetimes(given).id, 5 * minutes, days);
  requireRange('RefreshToken', lifetimes(given).refresh, 60 * minutes, 3650 * days);
  const now = world.clock();
  const client = {
    PreventUserExistenceErrors: 'LEGACY',
    EnableTokenRevocation: true,
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    ...given,
    ClientId: randomId(clientLetters, 26),
    ClientName: given.ClientName ?? 'client',
    CreationDate: now,
    LastModifiedDate: now,
  };
  await pool.saveAppClient(quiet, client as AppClient);
  return client as AppClient;
}

/** The pool of an id, or AWS's refusal. */
export async function openPool(world: World, poolId: string | undefined): Promise<UserPoolService> {
  const id = required(poolId, 'UserPoolId');
  const known = await world.pools.listUserPools(quiet);
  if (!known.some(({ Id }) => Id === id)) {
    throw refusal('ResourceNotFoundException', `User pool ${id} does not exist.`);
  }
  return world.pools.getUserPool(quiet, id);
}

/** The client of an id and its pool, which must be the given one where an operation names one. */
export async function openClient(
  world: World,
  clientId: string | undefined,
  poolId?: string,
): Promise<{ client: AuthSettings; pool: UserPoolService }> {
  const id = required(clientId, 'ClientId');
  const client = await world.pools.getAppClient(quiet, id);
  if (!client || (poolId !== undefined && client.UserPoolId !== poolId)) {
    throw refusal('ResourceNotFoundException', `User pool client ${id} does not exist.`);
  }
  return { client, pool: await openPool(world, client.UserPoolId) };
}

const minutes = 60;
const hours = 60 * minutes;
const days = 24 * hours;
const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes, hours, days };

type Lifetimes = { readonly access: number; readonly id: number; readonly refresh: number };

/** How long a client's tokens are valid, in seconds, with AWS's units and defaults. */
export function lifetimes(client: Partial<CreateUserPoolClientRequest> | AppClient): Lifetimes {
  const units = client.TokenValidityUnits ?? {};
  return {
    access: (client.AccessTokenValidity || 1) * unit(client.AccessTokenValidity, units.AccessToken, hours),
    id: (client.IdTokenValidity || 1) * unit(client.IdTokenValidity, units.IdToken, hours),
    refresh:
      (client.RefreshTokenValidity || 30) * unit(client.RefreshTokenValidity, units.RefreshToken, days),
  };
}

function unit(given: number | undefined, name: string | undefined, usual: number): number {
  return given && name ? (seconds[name] ?? usual) : usual;
}

function requireRange(token: string, lifetime: number, least: number, most: number): void {
  if (lifetime < least || lifetime > most) {
    throw invalidParameter(
      `Invalid range for token validity: ${token} may live ${least} to ${most} seconds.`,
    );
  }
}
