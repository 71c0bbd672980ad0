import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, type Pool, password, refresh, refusal, signIn, startPool } from './servers-support.ts';

let pool: Pool;
beforeAll(async () => {
  pool = await startPool();
});
afterAll(() => pool.stop());

/** Signs a new user in and returns the tokens. */
async function tokens(username: string) {
  const { AuthenticationResult } = await signIn(pool, await addUser(pool, username));
  return {
    access: AuthenticationResult?.AccessToken ?? '',
    refresh: AuthenticationResult?.RefreshToken ?? '',
  };
}

const getUser = (AccessToken: string) => pool.sdk.send(new GetUserCommand({ AccessToken }));
const revoked = refusal('NotAuthorizedException', 'Access Token has been revoked');
const refreshRevoked = refusal('NotAuthorizedException', 'Refresh Token has been revoked');

test('an access token carries what Cognito puts in it, signed with the published key', async () => {
  const { access } = await tokens('usr_claims');
  const keys = createRemoteJWKSet(
    new URL(`${pool.server.endpoint}/${pool.UserPoolId}/.well-known/jwks.json`),
  );
  const now = pool.clock.read();
  const { payload } = await jwtVerify(access, keys, { issuer: pool.issuer, currentDate: now });
  const seconds = Math.floor(now.getTime() / 1_000);
  expect(payload).toEqual({
    sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${pool.UserPoolId}`,
    client_id: pool.ClientId,
    username: 'usr_claims',
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: seconds,
    iat: seconds,
    exp: seconds + 600,
    jti: expect.any(String),
    origin_jti: expect.any(String),
    event_id: expect.any(String),
  });
});

test('a refresh brings new tokens of the same sign-in', async () => {
  const first = await tokens('usr_refresh');
  pool.clock.advance(300);
  const { AuthenticationResult } = await refresh(pool, first.refresh);
  expect(AuthenticationResult?.RefreshToken).toBeUndefined();
  const before = decodeJwt(first.access);
  const after = decodeJwt(AuthenticationResult?.AccessToken ?? '');
  expect(after).toMatchObject({ origin_jti: before.origin_jti, auth_time: before.auth_time });
  expect(after.jti).not.toBe(before.jti);
  expect(after.iat).toBe((before.iat ?? 0) + 300);
});

test('a refresh token ages by the clock that is given', async () => {
  const { refresh: token } = await tokens('usr_old');
  pool.clock.advance(30 * 24 * 60 * 60 - 1);
  await expect(refresh(pool, token)).resolves.toHaveProperty('AuthenticationResult');
  pool.clock.advance(1);
  await expect(refresh(pool, token)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Refresh Token has expired'),
  );
});

test('an access token serves its bearer until it expires', async () => {
  const { access } = await tokens('usr_bearer');
  await expect(getUser(access)).resolves.toMatchObject({ Username: 'usr_bearer' });
  await expect(getUser(`${access}x`)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid Access Token'),
  );
  pool.clock.advance(601);
  await expect(getUser(access)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Access Token has expired'),
  );
});

test('a revoked sign-in ends alone', async () => {
  const { ClientId, sdk } = pool;
  const one = await tokens('usr_revoke');
  const { AuthenticationResult: two } = await signIn(pool, 'usr_revoke');
  await sdk.send(new RevokeTokenCommand({ ClientId, Token: one.refresh }));
  await expect(refresh(pool, one.refresh)).rejects.toMatchObject(refreshRevoked);
  await expect(getUser(one.access)).rejects.toMatchObject(revoked);
  await expect(refresh(pool, two?.RefreshToken)).resolves.toHaveProperty('AuthenticationResult');
  await expect(sdk.send(new RevokeTokenCommand({ ClientId, Token: one.access }))).rejects.toMatchObject({
    name: 'UnsupportedTokenTypeException',
  });
});

test('a global sign-out, by an administrator or by the bearer, ends every sign-in', async () => {
  const { sdk, UserPoolId } = pool;
  const first = await tokens('usr_global');
  const { AuthenticationResult: second } = await signIn(pool, 'usr_global');
  await sdk.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: 'usr_global' }));
  await expect(refresh(pool, first.refresh)).rejects.toMatchObject(refreshRevoked);
  await expect(refresh(pool, second?.RefreshToken)).rejects.toMatchObject(refreshRevoked);

  const { AuthenticationResult: third } = await signIn(pool, 'usr_global');
  await sdk.send(new GlobalSignOutCommand({ AccessToken: third?.AccessToken }));
  await expect(getUser(third?.AccessToken ?? '')).rejects.toMatchObject(revoked);
  await expect(
    sdk.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: 'usr_nobody' })),
  ).rejects.toMatchObject(refusal('UserNotFoundException', 'User does not exist.'));
});

test('disabling ends every sign-in, and enabling brings none back', async () => {
  const { sdk, UserPoolId } = pool;
  const Username = 'usr_out';
  const { access, refresh: token } = await tokens(Username);
  await sdk.send(new AdminDisableUserCommand({ UserPoolId, Username }));
  await expect(refresh(pool, token)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'User is disabled.'),
  );
  await sdk.send(new AdminEnableUserCommand({ UserPoolId, Username }));
  await expect(refresh(pool, token)).rejects.toMatchObject(refreshRevoked);
  await expect(getUser(access)).rejects.toMatchObject(revoked);
  await expect(signIn(pool, Username)).resolves.toHaveProperty('AuthenticationResult');
});

test('a deleted user is gone, and the name is free', async () => {
  const { sdk, UserPoolId } = pool;
  const Username = 'usr_deleted';
  const { access, refresh: token } = await tokens(Username);
  await sdk.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
  await expect(sdk.send(new AdminDeleteUserCommand({ UserPoolId, Username }))).rejects.toMatchObject({
    name: 'UserNotFoundException',
  });
  await addUser(pool, Username);
  await expect(refresh(pool, token)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(getUser(access)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

test('a bearer changes the password by knowing the old one', async () => {
  const { access } = await tokens('usr_change');
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    pool.sdk.send(new ChangePasswordCommand({ AccessToken: access, PreviousPassword, ProposedPassword }));
  await expect(change('not the password', 'another long one')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  await change(password, 'another long one');
  await expect(signIn(pool, 'usr_change', 'another long one')).resolves.toHaveProperty(
    'AuthenticationResult',
  );
});
