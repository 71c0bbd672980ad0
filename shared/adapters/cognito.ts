/** Identity in Cognito: it keeps passwords and issues tokens. Usernames are our person ids; it knows no address. */
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  GetUserCommand,
  InvalidPasswordException,
  RevokeTokenCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod/mini';
import { PersonId } from '../contract/ids.ts';
import type { ChallengeKind, IdentitySignIn, IdentityWriter, SignInResult, Tokens } from '../ports.ts';

type Pool = { pool: string; client: string };

export function openCognito(pool: Pool): IdentitySignIn & IdentityWriter {
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
  return { ...signingIn(client, pool), ...writing(client, pool) };
}

function signingIn(client: CognitoIdentityProviderClient, { pool, client: ClientId }: Pool): IdentitySignIn {
  return {
    signIn: (person, password) =>
      signInResult(() =>
        client.send(
          new AdminInitiateAuthCommand({
            UserPoolId: pool,
            ClientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: person, PASSWORD: password },
          }),
        ),
      ),
    answer: (person, { kind, session }, answer) =>
      signInResult(() =>
        client.send(
          new AdminRespondToAuthChallengeCommand({
            UserPoolId: pool,
            ClientId,
            ChallengeName: challenges[kind].name,
            Session: session,
            ChallengeResponses: { USERNAME: person, [challenges[kind].field]: answer },
          }),
        ),
      ),
    refresh: async refreshToken => {
      const result = await signInResult(() =>
        client.send(
          new AdminInitiateAuthCommand({
            UserPoolId: pool,
            ClientId,
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            AuthParameters: { REFRESH_TOKEN: refreshToken },
          }),
        ),
      );
      return result.outcome === 'signed-in' ? result.tokens : undefined;
    },
    revoke: async refreshToken => {
      await refusedAs(undefined, () =>
        client.send(new RevokeTokenCommand({ ClientId, Token: refreshToken })),
      );
    },
    personOf: async accessToken => {
      // Cognito checks the signature and whether the token was revoked; its claims can be believed after that.
      const user = await refusedAs(undefined, () =>
        client.send(new GetUserCommand({ AccessToken: accessToken })),
      );
      const person = PersonId.safeParse(user?.Username);
      return person.success ? { person: person.data, session: sessionIn(accessToken) } : undefined;
    },
  };
}

function writing(client: CognitoIdentityProviderClient, { pool: UserPoolId }: Pool): IdentityWriter {
  return {
    setPassword: async (person, password) => {
      try {
        await ensureUser(client, UserPoolId, person);
        await client.send(
          new AdminSetUserPasswordCommand({
            UserPoolId,
            Username: person,
            Password: password,
            Permanent: true,
          }),
        );
        return 'set';
      } catch (error) {
        if (error instanceof InvalidPasswordException) return 'too-weak';
        throw error;
      }
    },
    signOutEverywhere: person =>
      whereThereIs(() => client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: person }))),
    remove: person =>
      whereThereIs(() => client.send(new AdminDeleteUserCommand({ UserPoolId, Username: person }))),
  };
}

/** Without a message of Cognito's own, and never taking over an alias: there are none. */
async function ensureUser(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  person: PersonId,
): Promise<void> {
  try {
    await client.send(
      new AdminCreateUserCommand({ UserPoolId, Username: person, MessageAction: 'SUPPRESS' }),
    );
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
}

async function whereThereIs(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
}

const challenges = {
  'authenticator-code': { name: 'SOFTWARE_TOKEN_MFA', field: 'SOFTWARE_TOKEN_MFA_CODE' },
  'sms-code': { name: 'SMS_MFA', field: 'SMS_MFA_CODE' },
  'new-password': { name: 'NEW_PASSWORD_REQUIRED', field: 'NEW_PASSWORD' },
} as const;

const kinds = Object.keys(challenges) as ChallengeKind[]; // Object.keys forgets what it was given

type AuthAnswer = {
  AuthenticationResult?: AuthenticationResultType;
  ChallengeName?: string;
  Session?: string;
};

async function signInResult(ask: () => Promise<AuthAnswer>): Promise<SignInResult> {
  const answer = await refusedAs(undefined, ask);
  if (!answer) return { outcome: 'refused' };
  if (answer.AuthenticationResult)
    return { outcome: 'signed-in', tokens: tokensIn(answer.AuthenticationResult) };
  const kind = kinds.find(known => challenges[known].name === answer.ChallengeName);
  if (!kind || !answer.Session)
    throw new Error(`Cognito asks for ${answer.ChallengeName}, which nobody set up`);
  return { outcome: 'challenge', challenge: { kind, session: answer.Session } };
}

/** Every way in which Cognito says no to whoever is signing in, as against failing. */
const refusals = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'InvalidPasswordException',
  'InvalidParameterException',
  'UnsupportedTokenTypeException',
];

async function refusedAs<T, R>(refused: R, ask: () => Promise<T>): Promise<T | R> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && refusals.includes(error.name)) return refused;
    throw error;
  }
}

function tokensIn({ AccessToken, RefreshToken, ExpiresIn }: AuthenticationResultType): Tokens {
  if (!AccessToken || !ExpiresIn) throw new Error('Cognito signed somebody in without a token');
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken ?? '', // a refresh keeps the token it was made with
    expiresIn: ExpiresIn,
    session: sessionIn(AccessToken),
  };
}

const Payload = z.object({ origin_jti: z.string() });

/** Only of tokens that Cognito has just issued or just checked. */
function sessionIn(accessToken: string): string {
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return Payload.parse(JSON.parse(payload)).origin_jti;
}
