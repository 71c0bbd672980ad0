/** AdminInitiateAuth and InitiateAuth: a password, or a refresh token, for tokens or for a challenge. */
import type {
  AdminInitiateAuthRequest,
  AdminInitiateAuthResponse,
  InitiateAuthRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { attempt } from './attempts.ts';
import { openClient } from './clients.ts';
import { afterPassword, challenge } from './next-step.ts';
import { invalidParameter, notAuthorized, refusal, required } from './refusal.ts';
import { refresh } from './tokens.ts';
import { attribute, findUser, requireEnabled, requirePassword } from './user-records.ts';
import type { LocalUser, Party, World } from './world.ts';

type Answer = AdminInitiateAuthResponse;
type Parameters = Readonly<Record<string, string>>;

const passwordFlows: Readonly<Record<string, string>> = {
  ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
};

export async function adminInitiateAuth(world: World, request: AdminInitiateAuthRequest): Promise<Answer> {
  return initiate(world, request, required(request.UserPoolId, 'UserPoolId'));
}

/** The public operation: no administrator's flow passes through it. */
export async function initiateAuth(world: World, request: InitiateAuthRequest): Promise<Answer> {
  if (request.AuthFlow?.startsWith('ADMIN_')) throw invalidParameter('Initiate Auth method not supported.');
  return initiate(world, request);
}

async function initiate(world: World, request: InitiateAuthRequest, poolId?: string): Promise<Answer> {
  const { client, pool } = await openClient(world, request.ClientId, poolId);
  const flow = required(request.AuthFlow, 'AuthFlow');
  const parameters: Parameters = request.AuthParameters ?? {};
  if (flow === 'REFRESH_TOKEN_AUTH' || flow === 'REFRESH_TOKEN') {
    requireFlow({ client }, 'ALLOW_REFRESH_TOKEN_AUTH');
    const token = required(parameters.REFRESH_TOKEN, 'REFRESH_TOKEN');
    return { ChallengeParameters: {}, AuthenticationResult: await refresh(world, { pool, client }, token) };
  }
  requireFlow({ client }, passwordFlows[flow]);
  return withPassword(world, { pool, client }, parameters);
}

function requireFlow({ client }: Pick<Party, 'client'>, flow: string | undefined): void {
  if (flow === undefined || !client.ExplicitAuthFlows?.includes(flow)) {
    throw invalidParameter('Auth flow not enabled for this client');
  }
}

async function withPassword(
  world: World,
  { pool, client }: Pick<Party, 'pool' | 'client'>,
  parameters: Parameters,
): Promise<Answer> {
  const username = required(parameters.USERNAME, 'USERNAME');
  const password = required(parameters.PASSWORD, 'PASSWORD');
  const user = await findUser(pool, username);
  if (!user) throw unknownUser(client);
  const party = { pool, client, user };
  requireEnabled(user);
  await attempt(world, party, () => requirePassword(party, password));
  return byStatus(world, party);
}

function unknownUser(client: Party['client']): Error {
  return client.PreventUserExistenceErrors === 'ENABLED'
    ? notAuthorized('Incorrect username or password.')
    : refusal('UserNotFoundException', 'User does not exist.');
}

async function byStatus(world: World, party: Party): Promise<Answer> {
  switch (party.user.UserStatus) {
    case 'RESET_REQUIRED':
      throw refusal('PasswordResetRequiredException', 'Password reset required for the user');
    case 'UNCONFIRMED':
      throw refusal('UserNotConfirmedException', 'User is not confirmed.');
    case 'FORCE_CHANGE_PASSWORD':
      requireLivingPassword(world, party);
      return challenge(world, party, 'NEW_PASSWORD_REQUIRED', {
        requiredAttributes: '[]',
        userAttributes: JSON.stringify(profileOf(party.user)),
      });
    default:
      return afterPassword(world, party);
  }
}

const day = 24 * 60 * 60_000;

/** A temporary password lapses after `TemporaryPasswordValidityDays`, of which 0 means 7. */
function requireLivingPassword(world: World, { pool, user }: Party): void {
  const days = pool.options.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays || 7;
  const since = user.TemporarySince ?? user.UserCreateDate;
  if (world.clock().getTime() >= since.getTime() + days * day) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
}

function profileOf(user: LocalUser): Record<string, string> {
  const shown = user.Attributes.filter(({ Name }) => Name !== 'sub');
  return Object.fromEntries(shown.map(({ Name }) => [Name, attribute(user, Name) ?? '']));
}
