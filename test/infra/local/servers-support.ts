/** What tests of the local servers share: free ports, a clock that can be moved, and a Cognito ready for users. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'vitest';
import type { ClientProperties } from '../../../infra/local/servers/cognito/clients.ts';
import type { PoolProperties } from '../../../infra/local/servers/cognito/pools.ts';
import type { Sms } from '../../../infra/local/servers/cognito/world.ts';
import { type CognitoServer, startCognito } from '../../../infra/local/servers/cognito.ts';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export const credentials = { accessKeyId: 'TEST', secretAccessKey: 'test' };

export type MovableClock = { read: () => Date; advance(seconds: number): void };

export function movableClock(): MovableClock {
  let now = Date.parse('2026-11-21T12:00:00.000Z');
  return {
    read: () => new Date(now),
    advance: seconds => {
      now += seconds * 1_000;
    },
  };
}

export type Pool = {
  readonly server: CognitoServer;
  readonly sdk: CognitoIdentityProviderClient;
  readonly clock: MovableClock;
  readonly texts: readonly Sms[];
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly issuer: string;
  stop(): Promise<void>;
};

const minutes = { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' } as const;

/** A pool as the product's template has it, with an app client for the server-side flows alone. */
export async function startPool(
  pool: PoolProperties = {},
  client: Partial<ClientProperties> = {},
): Promise<Pool> {
  const clock = movableClock();
  const texts: Sms[] = [];
  const server = await startCognito({ port: 0, clock: clock.read, onSms: sms => void texts.push(sms) });
  const { id: UserPoolId, issuer } = await server.createUserPool({
    UserPoolName: 'people',
    UsernameConfiguration: { CaseSensitive: false },
    MfaConfiguration: 'OPTIONAL',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'],
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms', ExternalId: 'people' },
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    ...pool,
  });
  const { id: ClientId } = await server.createUserPoolClient({
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 10,
    IdTokenValidity: 10,
    RefreshTokenValidity: 30,
    TokenValidityUnits: minutes,
    ...client,
  });
  const sdk = new CognitoIdentityProviderClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials,
  });
  return { server, sdk, clock, texts, UserPoolId, ClientId, issuer, stop: () => server.stop() };
}

export const password = 'correct horse battery';

/** A user with a password, as onboarding leaves one behind. */
export async function addUser({ sdk, UserPoolId }: Pool, Username: string, phone?: string): Promise<string> {
  const UserAttributes = phone ? [{ Name: 'phone_number', Value: phone }] : [];
  await sdk.send(
    new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }),
  );
  await sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
  );
  return Username;
}

/** Signs in with the password. */
export function signIn({ sdk, UserPoolId, ClientId }: Pool, USERNAME: string, PASSWORD = password) {
  const AuthParameters = { USERNAME, PASSWORD };
  return sdk.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters,
    }),
  );
}

export function refresh({ sdk, UserPoolId, ClientId }: Pool, REFRESH_TOKEN = '') {
  const AuthParameters = { REFRESH_TOKEN };
  return sdk.send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }),
  );
}

/** What a refusal of AWS is known by. */
export function refusal(name: string, message: string | RegExp) {
  return { name, message: message instanceof RegExp ? expect.stringMatching(message) : message };
}
