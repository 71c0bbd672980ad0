import {
  AdminCreateUserCommand,
  AdminDeleteUserAttributesCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  ForgotPasswordCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, type Pool, refusal, signIn, startPool } from './servers-support.ts';

let pool: Pool;
beforeAll(async () => {
  pool = await startPool();
});
afterAll(() => pool.stop());

const unknown = refusal('UserNotFoundException', 'User does not exist.');

const create = (Username: string, more: object = {}) =>
  pool.sdk.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.UserPoolId,
      Username,
      MessageAction: 'SUPPRESS',
      ...more,
    }),
  );

const get = (Username: string) =>
  pool.sdk.send(new AdminGetUserCommand({ UserPoolId: pool.UserPoolId, Username }));

const setPassword = (Username: string, Password: string, Permanent = true) =>
  pool.sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId: pool.UserPoolId, Username, Password, Permanent }),
  );

test('a new user must change the password, and a name is taken once', async () => {
  const { User } = await create('usr_new');
  expect(User).toMatchObject({ Username: 'usr_new', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
  expect(User?.UserCreateDate).toEqual(pool.clock.read());
  await expect(create('USR_NEW')).rejects.toMatchObject(
    refusal('UsernameExistsException', 'User account already exists'),
  );
});

test('of ten who create the same user at once one succeeds', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => create('usr_race')));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test("Cognito's own messages are refused, since nothing sends them here", async () => {
  await expect(create('usr_mailed', { MessageAction: undefined })).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
});

test('an attribute outside the schema is refused', async () => {
  await expect(
    create('usr_attribute', { UserAttributes: [{ Name: 'custom:shoe', Value: '44' }] }),
  ).rejects.toMatchObject(refusal('InvalidParameterException', /^Attributes did not conform to the schema/));
});

test('a user is read by name, and nobody by another', async () => {
  await addUser(pool, 'usr_read');
  await expect(get('usr_read')).resolves.toMatchObject({
    Username: 'usr_read',
    UserStatus: 'CONFIRMED',
    Enabled: true,
  });
  await expect(get('usr_nobody')).rejects.toMatchObject(unknown);
  const enable = new AdminEnableUserCommand({ UserPoolId: pool.UserPoolId, Username: 'usr_nobody' });
  await expect(pool.sdk.send(enable)).rejects.toMatchObject(unknown);
  const { Users } = await pool.sdk.send(
    new ListUsersCommand({ UserPoolId: pool.UserPoolId, Filter: 'username = "usr_read"' }),
  );
  expect(Users?.map(({ Username }) => Username)).toEqual(['usr_read']);
});

test('users are listed by pages, with no more than what is asked for', async () => {
  const { sdk, UserPoolId, stop } = await startPool();
  const names = Array.from({ length: 5 }, (_, i) => `usr_${i}`);
  for (const Username of names) {
    await sdk.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  }
  const list = (more: object) => sdk.send(new ListUsersCommand({ UserPoolId, Limit: 2, ...more }));
  const first = await list({ AttributesToGet: ['sub'] });
  expect(first.Users?.map(({ Attributes }) => Attributes?.map(({ Name }) => Name))).toEqual([
    ['sub'],
    ['sub'],
  ]);
  const second = await list({ PaginationToken: first.PaginationToken });
  const third = await list({ PaginationToken: second.PaginationToken });
  expect(third.PaginationToken).toBeUndefined();
  const listed = [first, second, third].flatMap(({ Users = [] }) => Users.map(({ Username }) => Username));
  expect(listed.sort()).toEqual(names);
  const wrong = { name: 'InvalidParameterException' };
  await expect(list({ AttributesToGet: ['phone_number'] })).rejects.toMatchObject(wrong);
  await expect(list({ Limit: 61 })).rejects.toMatchObject(wrong);
  await stop();
});

test('attributes are set and taken away', async () => {
  const { sdk, UserPoolId } = pool;
  const Username = await addUser(pool, 'usr_phone');
  const UserAttributes = [{ Name: 'phone_number', Value: '+15555550100' }];
  await sdk.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
  const { UserAttributes: before } = await get(Username);
  expect(before).toContainEqual({ Name: 'phone_number', Value: '+15555550100' });
  const UserAttributeNames = ['phone_number'];
  await sdk.send(new AdminDeleteUserAttributesCommand({ UserPoolId, Username, UserAttributeNames }));
  const { UserAttributes: after } = await get(Username);
  expect(after?.map(({ Name }) => Name)).not.toContain('phone_number');
  const nobody = { UserPoolId, Username: 'usr_nobody' };
  await expect(
    sdk.send(new AdminUpdateUserAttributesCommand({ ...nobody, UserAttributes })),
  ).rejects.toMatchObject(unknown);
});

test('a password is permanent or temporary, and keeps the policy', async () => {
  await create('usr_password');
  await setPassword('usr_password', 'a permanent one');
  await expect(get('usr_password')).resolves.toMatchObject({ UserStatus: 'CONFIRMED' });
  await setPassword('usr_password', 'a temporary one', false);
  await expect(signIn(pool, 'usr_password', 'a temporary one')).resolves.toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  });
  await expect(setPassword('usr_password', 'short')).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  });
  await expect(setPassword('usr_password', ' a space before')).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(setPassword('usr_nobody', 'long enough for it')).rejects.toMatchObject(unknown);
});

test.each([
  ['lower case only', 'Password must have uppercase characters'],
  ['UPPER CASE ONLY', 'Password must have lowercase characters'],
  ['No digits at all', 'Password must have numeric characters'],
  ['NoSymbolsIn1234', 'Password must have symbol characters'],
  ['Short1!', 'Password not long enough'],
])('AWS’s own policy refuses %j', async (Password, reason) => {
  const { id: UserPoolId } = await pool.server.createUserPool({});
  await pool.sdk.send(
    new AdminCreateUserCommand({ UserPoolId, Username: 'usr_strict', MessageAction: 'SUPPRESS' }),
  );
  const set = new AdminSetUserPasswordCommand({
    UserPoolId,
    Username: 'usr_strict',
    Password,
    Permanent: true,
  });
  await expect(pool.sdk.send(set)).rejects.toMatchObject(
    refusal('InvalidPasswordException', `Password did not conform with policy: ${reason}`),
  );
});

test('pools and clients are made through the API as well', async () => {
  const { sdk } = pool;
  const { UserPool } = await sdk.send(new CreateUserPoolCommand({ PoolName: 'by hand' }));
  const UserPoolId = UserPool?.Id;
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'server', AccessTokenValidity: 1 }),
  );
  expect(UserPoolClient).toMatchObject({ UserPoolId, AccessTokenValidity: 1 });
  const { UserPool: read } = await sdk.send(new DescribeUserPoolCommand({ UserPoolId }));
  expect(read).toMatchObject({
    Name: 'by hand',
    Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${UserPoolId}`,
  });
  const tooLong = new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'x', AccessTokenValidity: 25 });
  await expect(sdk.send(tooLong)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test.each([
  [
    'Lambda triggers',
    { LambdaConfig: { PreTokenGeneration: 'arn:aws:lambda:us-east-1:000000000000:function:x' } },
  ],
  ['emails as usernames', { UsernameAttributes: ['email' as const] }],
  ['codes by email', { EnabledMfas: ['EMAIL_OTP'] }],
])('what would change signing in and is not modelled is refused: %s', async (_what, properties) => {
  await expect(pool.server.createUserPool(properties)).rejects.toMatchObject({
    message: expect.stringContaining('does not model'),
  });
});

test('an operation that is not modelled says so', async () => {
  const forgot = new ForgotPasswordCommand({ ClientId: pool.ClientId, Username: 'usr_read' });
  await expect(pool.sdk.send(forgot)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: 'The local Cognito does not model the operation ForgotPassword.',
  });
});
