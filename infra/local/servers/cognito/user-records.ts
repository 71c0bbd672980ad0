/** Reading and writing one user of a pool. */
import type { UserPoolService } from 'cognito-local/lib/services/userPoolService.js';
import { openPool } from './clients.ts';
import { notAuthorized, refusal, required } from './refusal.ts';
import { type LocalUser, type Party, quiet, type World } from './world.ts';

/** By username or `sub`; letter case counts only where the pool says so. */
export async function findUser(pool: UserPoolService, username: string): Promise<LocalUser | undefined> {
  const exact = await pool.getUserByUsername(quiet, username);
  if (exact) return exact;
  if (pool.options.UsernameConfiguration?.CaseSensitive !== false) return undefined;
  const users = await pool.listUsers(quiet);
  return users.find(({ Username }) => Username.toLowerCase() === username.toLowerCase());
}

export type Named = { readonly UserPoolId?: string | undefined; readonly Username?: string | undefined };

/** The user that an administrator's call names. */
export async function requireUser(
  world: World,
  named: Named,
): Promise<{ pool: UserPoolService; user: LocalUser }> {
  const pool = await openPool(world, named.UserPoolId);
  const user = await findUser(pool, required(named.Username, 'Username'));
  if (!user) throw refusal('UserNotFoundException', 'User does not exist.');
  return { pool, user };
}

export function requireEnabled(user: LocalUser): void {
  if (!user.Enabled) throw notAuthorized('User is disabled.');
}

export function requirePassword({ user }: Pick<Party, 'user'>, password: string | undefined): void {
  if (user.Password !== password) throw notAuthorized('Incorrect username or password.');
}

/** Saves a changed user and returns it. */
export async function change(
  world: Pick<World, 'clock'>,
  pool: UserPoolService,
  user: LocalUser,
  changes: Partial<LocalUser>,
): Promise<LocalUser> {
  const changed = { ...user, ...changes, UserLastModifiedDate: world.clock() };
  await pool.saveUser(quiet, changed);
  return changed;
}

export function attribute(user: LocalUser, name: string): string | undefined {
  return user.Attributes.find(({ Name }) => Name === name)?.Value;
}

/** The change that gives a user one attribute. */
export function withAttribute(user: LocalUser, name: string, value: string): Pick<LocalUser, 'Attributes'> {
  const others = user.Attributes.filter(({ Name }) => Name !== name);
  return { Attributes: [...others, { Name: name, Value: value }] };
}
