import {
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserAuthFactorsCommand,
  AdminGetUserCommand,
  type AdminInitiateAuthResponse,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../../../infra/local/servers/cognito/totp.ts';
import { addUser, type Pool, refusal, signIn, startPool } from './servers-support.ts';

let pool: Pool;
let strict: Pool;
beforeAll(async () => {
  [pool, strict] = await Promise.all([startPool(), startPool({ MfaConfiguration: 'ON' })]);
});
afterAll(() => Promise.all([pool.stop(), strict.stop()]));

const on = { Enabled: true, PreferredMfa: true };
const off = { Enabled: false };

const prefer = (Username: string, settings: object, { sdk, UserPoolId } = pool) =>
  sdk.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...settings }));

const factorsOf = (Username: string) =>
  pool.sdk.send(new AdminGetUserAuthFactorsCommand({ UserPoolId: pool.UserPoolId, Username }));

/** Enrols an authenticator app for a new user and returns its secret. The clock stands past the code's step. */
async function enrolled(Username: string, phone?: string): Promise<string> {
  const { AuthenticationResult } = await signIn(pool, await addUser(pool, Username, phone));
  const AccessToken = AuthenticationResult?.AccessToken;
  const { SecretCode = '' } = await pool.sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = codeAt(SecretCode, pool.clock.read());
  await pool.sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  await prefer(Username, { SoftwareTokenMfaSettings: on });
  pool.clock.advance(60);
  return SecretCode;
}

type Asked = Pick<AdminInitiateAuthResponse, 'ChallengeName' | 'Session'>;

function respond({ ChallengeName, Session }: Asked, ChallengeResponses: Record<string, string>, at = pool) {
  const { sdk, UserPoolId, ClientId } = at;
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

test('a code of RFC 6238 is made as the RFC says', () => {
  // The RFC's own secret and time; its eight digits end in these six.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeAt(secret, new Date(59_000))).toBe('287082');
  expect(codeAt(secret, new Date(1_111_111_109_000))).toBe('081804');
});

test('an enrolled app is asked for, and its code is taken once', async () => {
  const USERNAME = 'usr_totp';
  const secret = await enrolled(USERNAME);
  await expect(factorsOf(USERNAME)).resolves.toMatchObject({
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD', 'SOFTWARE_TOKEN'],
  });
  const asked = await signIn(pool, USERNAME);
  expect(asked).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  const wrong = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: '000000' };
  await expect(respond(asked, wrong)).rejects.toMatchObject(
    refusal('CodeMismatchException', 'Invalid code received for user'),
  );
  const right = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: codeAt(secret, pool.clock.read()) };
  await expect(respond(asked, right)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
  await expect(respond(await signIn(pool, USERNAME), right)).rejects.toMatchObject(
    refusal('ExpiredCodeException', 'Your software token has already been used once.'),
  );
});

test('a session of one challenge does not answer another', async () => {
  const USERNAME = 'usr_mixed';
  await enrolled(USERNAME);
  const { Session } = await signIn(pool, USERNAME);
  const answers = { USERNAME, NEW_PASSWORD: 'way around the app' };
  await expect(respond({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session }, answers)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user.'),
  );
});

test('a wrong first code verifies nothing', async () => {
  const Username = await addUser(pool, 'usr_unverified');
  const AccessToken = (await signIn(pool, Username)).AuthenticationResult?.AccessToken;
  await pool.sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await expect(
    pool.sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: '000000' })),
  ).rejects.toMatchObject(refusal('EnableSoftwareTokenMFAException', 'Code mismatch'));
  await expect(prefer(Username, { SoftwareTokenMfaSettings: on })).rejects.toMatchObject(
    refusal(
      'InvalidParameterException',
      'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    ),
  );
});

test('a pool without authenticator apps offers none', async () => {
  const plain = await startPool({ EnabledMfas: [], MfaConfiguration: 'OFF' });
  const { AuthenticationResult } = await signIn(plain, await addUser(plain, 'usr_plain'));
  const { AccessToken } = AuthenticationResult ?? {};
  await expect(plain.sdk.send(new AssociateSoftwareTokenCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'SoftwareTokenMFANotFoundException',
  });
  await plain.stop();
});

test('an administrator takes a lost app away', async () => {
  const { sdk, UserPoolId } = pool;
  const Username = 'usr_lost';
  await enrolled(Username);
  await sdk.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username }));
  const user = await sdk.send(new AdminGetUserCommand({ UserPoolId, Username }));
  expect(user.UserMFASettingList).toBeUndefined();
  await expect(signIn(pool, Username)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
  await expect(sdk.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username }))).rejects.toMatchObject(
    refusal('ResourceNotFoundException', 'Software token MFA has not been configured for this user'),
  );
  const nobody = new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username: 'usr_nobody' });
  await expect(sdk.send(nobody)).rejects.toMatchObject({ name: 'UserNotFoundException' });
});

test('a texted code signs in, and only with a phone number', async () => {
  const USERNAME = await addUser(pool, 'usr_sms', '+15555550142');
  await prefer(USERNAME, { SMSMfaSettings: on });
  const asked = await signIn(pool, USERNAME);
  expect(asked).toMatchObject({
    ChallengeName: 'SMS_MFA',
    ChallengeParameters: { CODE_DELIVERY_DESTINATION: '+*******0142' },
  });
  const code = /\d{6}/.exec(pool.texts.at(-1)?.text ?? '')?.[0] ?? '';
  const wrong = { USERNAME, SMS_MFA_CODE: code === '000000' ? '111111' : '000000' };
  await expect(respond(asked, wrong)).rejects.toMatchObject({ name: 'CodeMismatchException' });
  await expect(respond(asked, { USERNAME, SMS_MFA_CODE: code })).resolves.toHaveProperty(
    'AuthenticationResult',
  );
  const { UserAttributes } = await pool.sdk.send(
    new AdminGetUserCommand({ UserPoolId: pool.UserPoolId, Username: USERNAME }),
  );
  expect(UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' });

  const without = await addUser(pool, 'usr_no_phone');
  await expect(prefer(without, { SMSMfaSettings: on })).rejects.toMatchObject(
    refusal('InvalidParameterException', 'User does not have delivery config set to turn on SMS_MFA'),
  );
});

test('of two factors without a preference the user chooses', async () => {
  const USERNAME = 'usr_both';
  const secret = await enrolled(USERNAME, '+15555550143');
  const enabled = { Enabled: true, PreferredMfa: false };
  await prefer(USERNAME, { SMSMfaSettings: enabled, SoftwareTokenMfaSettings: enabled });
  const asked = await signIn(pool, USERNAME);
  expect(asked.ChallengeName).toBe('SELECT_MFA_TYPE');
  await expect(respond(asked, { USERNAME, ANSWER: 'EMAIL_OTP' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  const chosen = await respond(asked, { USERNAME, ANSWER: 'SOFTWARE_TOKEN_MFA' });
  const code = codeAt(secret, pool.clock.read());
  await expect(respond(chosen, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: code })).resolves.toHaveProperty(
    'AuthenticationResult',
  );
});

test('one factor is preferred, not two', async () => {
  const Username = 'usr_two';
  await enrolled(Username, '+15555550144');
  const both = { SMSMfaSettings: on, SoftwareTokenMfaSettings: on };
  await expect(prefer(Username, both)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('a right password brings no new codes to try', async () => {
  const USERNAME = 'usr_guessed';
  const secret = await enrolled(USERNAME);
  for (let tried = 0; tried < 5; tried++) {
    const wrong = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: '000000' };
    await expect(respond(await signIn(pool, USERNAME), wrong)).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
  }
  await expect(signIn(pool, USERNAME)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Password attempts exceeded'),
  );
  pool.clock.advance(1);
  const asked = await signIn(pool, USERNAME);
  const right = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: codeAt(secret, pool.clock.read()) };
  await expect(respond(asked, right)).resolves.toHaveProperty('AuthenticationResult');
});

test('a pool that requires a second factor has it set up at sign-in, and lets none be switched off', async () => {
  const { sdk, clock } = strict;
  const USERNAME = await addUser(strict, 'usr_strict');
  const { ChallengeName, Session } = await signIn(strict, USERNAME);
  expect(ChallengeName).toBe('MFA_SETUP');
  await expect(respond({ ChallengeName, Session }, { USERNAME }, strict)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  const begun = await sdk.send(new AssociateSoftwareTokenCommand({ Session }));
  const UserCode = codeAt(begun.SecretCode ?? '', clock.read());
  const verified = await sdk.send(new VerifySoftwareTokenCommand({ Session: begun.Session, UserCode }));
  const finished = await respond({ ChallengeName, Session: verified.Session }, { USERNAME }, strict);
  expect(finished.AuthenticationResult?.AccessToken).toBeDefined();

  await prefer(USERNAME, { SoftwareTokenMfaSettings: off }, strict);
  await expect(signIn(strict, USERNAME)).resolves.toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
});

test('a preference that is switched off asks no more', async () => {
  const USERNAME = 'usr_off';
  await enrolled(USERNAME);
  await prefer(USERNAME, { SoftwareTokenMfaSettings: off });
  await expect(signIn(pool, USERNAME)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
});
