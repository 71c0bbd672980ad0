/** ListUsers: everybody in a pool, a page at a time. */
import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider';
import { openPool } from './clients.ts';
import { invalidParameter } from './refusal.ts';
import { attribute } from './user-records.ts';
import { shown } from './users.ts';
import { type LocalUser, quiet, type World } from './world.ts';

const most = 60;

/** AWS promises no order; here it is that of names, so that a page goes on where the last one ended, whoever left. */
export async function listUsers(world: World, request: ListUsersRequest): Promise<ListUsersResponse> {
  const pool = await openPool(world, request.UserPoolId);
  const limit = request.Limit || most;
  if (limit > most)
    throw invalidParameter(`Value '${limit}' at 'limit' must be less than or equal to ${most}`);
  const after = Buffer.from(request.PaginationToken ?? '', 'base64url').toString();
  const users: readonly LocalUser[] = await pool.listUsers(quiet, request.Filter);
  const rest = users.filter(({ Username }) => Username > after).toSorted(byName);
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    Users: page.map(user => shown(onlyWith(user, request.AttributesToGet))),
    ...(last && { PaginationToken: Buffer.from(last.Username).toString('base64url') }),
  };
}

function byName({ Username: one }: LocalUser, { Username: other }: LocalUser): number {
  return one < other ? -1 : 1;
}

/** Attributes can be asked for by name only where every user has them. */
function onlyWith(user: LocalUser, names: readonly string[] | undefined): LocalUser {
  if (!names) return user;
  if (names.some(name => attribute(user, name) === undefined)) {
    throw invalidParameter('One or more requested attributes do not exist in user pool.');
  }
  return { ...user, Attributes: user.Attributes.filter(({ Name }) => names.includes(Name)) };
}
