import {
  AdminForgetDeviceCommand,
  AdminGetUserCommand,
  AdminListDevicesCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
  GetUserAttributeVerificationCodeCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, type Pool, refusal, signIn, startPool } from './servers-support.ts';

let pool: Pool;
beforeAll(async () => {
  pool = await startPool();
});
afterAll(() => pool.stop());

const telephone = '+4915123456789';

async function tokenOf(Username: string, phone?: string, at = pool): Promise<string> {
  const { AuthenticationResult } = await signIn(at, await addUser(at, Username, phone));
  return AuthenticationResult?.AccessToken ?? '';
}

const ask = (AccessToken: string, AttributeName = 'phone_number', { sdk } = pool) =>
  sdk.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));

const verify = (AccessToken: string, Code: string, AttributeName = 'phone_number') =>
  pool.sdk.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }));

const lastCode = () => /\d{6}/.exec(pool.texts.at(-1)?.text ?? '')?.[0] ?? '';

test('a number is verified by the code that was texted to it, once', async () => {
  const token = await tokenOf('usr_verified', telephone);
  await expect(ask(token)).resolves.toMatchObject({
    CodeDeliveryDetails: {
      AttributeName: 'phone_number',
      DeliveryMedium: 'SMS',
      Destination: '+*********6789',
    },
  });
  expect(pool.texts.at(-1)).toEqual({
    to: telephone,
    text: expect.stringMatching(/^Your verification code is \d{6}\.$/),
  });
  const code = lastCode();
  const wrong = code === '000000' ? '111111' : '000000';
  await expect(verify(token, wrong)).rejects.toMatchObject(
    refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'),
  );
  await verify(token, code);
  const { UserAttributes } = await pool.sdk.send(
    new AdminGetUserCommand({ UserPoolId: pool.UserPoolId, Username: 'usr_verified' }),
  );
  expect(UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' });
  await expect(verify(token, code)).rejects.toMatchObject(
    refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.'),
  );
});

test('without a number there is nothing to verify', async () => {
  const token = await tokenOf('usr_without');
  await expect(ask(token)).rejects.toMatchObject(
    refusal('InvalidParameterException', 'User does not have a valid registered phone number'),
  );
  await expect(verify(token, '123456')).rejects.toMatchObject(
    refusal('InvalidParameterException', 'Unable to verify attribute: phone_number no value set to verify'),
  );
});

test('nothing but a number can be verified here, and only with an access token', async () => {
  const token = await tokenOf('usr_other', telephone);
  const unknown = refusal(
    'InvalidParameterException',
    'Invalid attribute name. Only phone_number and email can be verified.',
  );
  await expect(ask(token, 'given_name')).rejects.toMatchObject(unknown);
  await expect(verify(token, '123456', 'given_name')).rejects.toMatchObject(unknown);
  await expect(ask(token, 'email')).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
  const invalid = refusal('NotAuthorizedException', 'Invalid Access Token');
  await expect(ask('not-a-token')).rejects.toMatchObject(invalid);
  await expect(verify('not-a-token', '123456')).rejects.toMatchObject(invalid);
});

test('another number needs another code', async () => {
  const { sdk, UserPoolId } = pool;
  const token = await tokenOf('usr_moved', telephone);
  await ask(token);
  const UserAttributes = [
    { Name: 'phone_number', Value: '+4915198765432' },
    { Name: 'phone_number_verified', Value: 'false' },
  ];
  await sdk.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username: 'usr_moved', UserAttributes }));
  await expect(verify(token, lastCode())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
});

test('whoever asks for a sixth code in an hour is told to wait', async () => {
  const token = await tokenOf('usr_eager', telephone);
  for (let sent = 0; sent < 5; sent++) await ask(token);
  await expect(ask(token)).rejects.toMatchObject(
    refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.'),
  );
});

test('texts are in the words of the pool', async () => {
  const worded = await startPool({
    SmsAuthenticationMessage: '{####} signs you in.',
    VerificationMessageTemplate: { SmsMessage: '{####} confirms you.' },
  });
  const { sdk, UserPoolId } = worded;
  await ask(await tokenOf('usr_worded', telephone, worded), 'phone_number', worded);
  const SMSMfaSettings = { Enabled: true, PreferredMfa: true };
  await sdk.send(
    new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username: 'usr_worded', SMSMfaSettings }),
  );
  await signIn(worded, 'usr_worded');
  expect(worded.texts.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^\d{6} confirms you\.$/),
    expect.stringMatching(/^\d{6} signs you in\.$/),
  ]);
  await worded.stop();
});

test('a pool texts only where it was told how', async () => {
  await expect(startPool({ SmsConfiguration: undefined })).rejects.toMatchObject({
    message: expect.stringMatching(/^SMS configuration/),
  });
  const silent = await startPool({ EnabledMfas: ['SOFTWARE_TOKEN_MFA'], SmsConfiguration: undefined });
  const token = await tokenOf('usr_silent', telephone, silent);
  await expect(ask(token, 'phone_number', silent)).rejects.toMatchObject(
    refusal('InvalidParameterException', 'User pool does not have SMS configuration to send messages.'),
  );
  await silent.stop();
});

test('no device is remembered', async () => {
  const { sdk, UserPoolId } = pool;
  const named = { UserPoolId, Username: await addUser(pool, 'usr_device') };
  await expect(sdk.send(new AdminListDevicesCommand(named))).resolves.toMatchObject({ Devices: [] });
  await expect(
    sdk.send(new AdminForgetDeviceCommand({ ...named, DeviceKey: 'us-east-1_1' })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
