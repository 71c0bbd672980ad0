import {
  AdminDisableUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, type Pool, password, refresh, refusal, signIn, startPool } from './servers-support.ts';

let pool: Pool;
beforeAll(async () => {
  pool = await startPool();
});
afterAll(() => pool.stop());

const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');

/** Gives a user a temporary password and signs in with it. */
async function challenged(Username: string): Promise<string> {
  const { sdk, UserPoolId } = pool;
  await addUser(pool, Username);
  await sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: 'temporary-one', Permanent: false }),
  );
  const { ChallengeName, Session = '' } = await signIn(pool, Username, 'temporary-one');
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  return Session;
}

function setNewPassword(Session: string, USERNAME: string, NEW_PASSWORD = 'a brand new one') {
  const { sdk, UserPoolId, ClientId } = pool;
  const ChallengeResponses = { USERNAME, NEW_PASSWORD };
  const ChallengeName = 'NEW_PASSWORD_REQUIRED';
  return sdk.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses,
    }),
  );
}

test('the right password brings tokens', async () => {
  const user = await addUser(pool, 'usr_right');
  const { AuthenticationResult, ChallengeName } = await signIn(pool, user);
  expect(ChallengeName).toBeUndefined();
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 600, TokenType: 'Bearer' });
});

test('a username is found in any letter case', async () => {
  await addUser(pool, 'usr_case');
  await expect(signIn(pool, 'USR_Case')).resolves.toHaveProperty('AuthenticationResult.AccessToken');
});

test('a wrong password and an unknown user are answered alike', async () => {
  const user = await addUser(pool, 'usr_wrong');
  await expect(signIn(pool, user, 'not the password')).rejects.toMatchObject(incorrect);
  await expect(signIn(pool, 'usr_nobody')).rejects.toMatchObject(incorrect);
});

test('a disabled user is refused', async () => {
  const { sdk, UserPoolId } = pool;
  const Username = await addUser(pool, 'usr_disabled');
  await sdk.send(new AdminDisableUserCommand({ UserPoolId, Username }));
  await expect(signIn(pool, Username)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'User is disabled.'),
  );
});

test('after five wrong passwords a user is locked out for a second, then for two', async () => {
  const user = await addUser(pool, 'usr_locked');
  const locked = refusal('NotAuthorizedException', 'Password attempts exceeded');
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(signIn(pool, user, 'not the password')).rejects.toMatchObject(incorrect);
  }
  await expect(signIn(pool, user)).rejects.toMatchObject(locked);
  pool.clock.advance(1);
  await expect(signIn(pool, user, 'not the password')).rejects.toMatchObject(incorrect);
  pool.clock.advance(1.999);
  await expect(signIn(pool, user)).rejects.toMatchObject(locked);
  pool.clock.advance(0.001);
  await expect(signIn(pool, user)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
});

test('the client takes no flow that its settings do not name', async () => {
  const { sdk, UserPoolId, ClientId } = pool;
  const AuthParameters = { USERNAME: 'usr_right', PASSWORD: password };
  const closed = refusal('InvalidParameterException', 'Auth flow not enabled for this client');
  for (const AuthFlow of ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const) {
    const open = new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters });
    await expect(sdk.send(open)).rejects.toMatchObject(closed);
    const admin = new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters });
    await expect(sdk.send(admin)).rejects.toMatchObject(closed);
  }
  const disguised = new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters,
  });
  await expect(sdk.send(disguised)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('a client is known only in its own pool', async () => {
  const other = await pool.server.createUserPool({});
  const elsewhere = { ...pool, UserPoolId: other.id };
  await expect(signIn(elsewhere, 'usr_right')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a temporary password must be changed, and a permanent one signs in from then on', async () => {
  const session = await challenged('usr_temporary');
  const { AuthenticationResult } = await setNewPassword(session, 'usr_temporary');
  expect(AuthenticationResult?.AccessToken).toBeDefined();
  await expect(signIn(pool, 'usr_temporary', 'a brand new one')).resolves.toHaveProperty(
    'AuthenticationResult',
  );
});

test('a temporary password lapses after seven days', async () => {
  await challenged('usr_lapsed');
  pool.clock.advance(7 * 24 * 60 * 60);
  await expect(signIn(pool, 'usr_lapsed', 'temporary-one')).rejects.toMatchObject(
    refusal('NotAuthorizedException', /^Temporary password has expired/),
  );
});

test('a password that breaks the policy leaves the session to try again', async () => {
  const session = await challenged('usr_again');
  await expect(setNewPassword(session, 'usr_again', 'short')).rejects.toMatchObject(
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
  );
  await expect(setNewPassword(session, 'usr_again')).resolves.toHaveProperty('AuthenticationResult');
});

test('a session answers once, for its user, for three minutes', async () => {
  const spent = await challenged('usr_session');
  await setNewPassword(spent, 'usr_session');
  await expect(setNewPassword(spent, 'usr_session')).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  );

  const foreign = await challenged('usr_first');
  await addUser(pool, 'usr_second');
  const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.');
  await expect(setNewPassword(foreign, 'usr_second')).rejects.toMatchObject(invalid);
  await expect(setNewPassword('AYABeInventedSession0000', 'usr_first')).rejects.toMatchObject(invalid);

  const old = await challenged('usr_slow');
  pool.clock.advance(180);
  await expect(setNewPassword(old, 'usr_slow')).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  );
});

test('a refresh token of another client is no refresh token', async () => {
  const { AuthenticationResult } = await signIn(pool, await addUser(pool, 'usr_other_client'));
  const { id } = await pool.server.createUserPoolClient({
    UserPoolId: pool.UserPoolId,
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  });
  await expect(refresh({ ...pool, ClientId: id }, AuthenticationResult?.RefreshToken)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid Refresh Token'),
  );
});
