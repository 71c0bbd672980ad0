/** Identity in Cognito: it keeps passwords and second factors, and issues tokens. Usernames are our person ids. */
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  GetUserCommand,
  InvalidPasswordException,
  RevokeTokenCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { PersonId } from '../contract/ids.ts';
import type { IdentityReader, IdentitySignIn, IdentityWriter } from '../ports/identity.ts';
import { challenges, refusedAs, sessionIn, signInResult, whereThereIs } from './cognito-answers.ts';
import { enrolling } from './cognito-enrolment.ts';
import { settingFactors } from './cognito-factors.ts';
import { reading } from './cognito-reading.ts';

type Pool = { pool: string; client: string };

export function openCognito(pool: Pool): IdentitySignIn & IdentityWriter & IdentityReader {
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
  const at = { client, UserPoolId: pool.pool };
  return {
    ...signingIn(client, pool),
    ...enrolling(client),
    ...keepingPasswords(client, pool),
    ...settingFactors(at),
    ...reading(at),
  };
}

function signingIn(
  client: CognitoIdentityProviderClient,
  { pool, client: ClientId }: Pool,
): Pick<IdentitySignIn, 'signIn' | 'answer' | 'refresh' | 'revoke' | 'personOf'> {
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

function keepingPasswords(
  client: CognitoIdentityProviderClient,
  { pool: UserPoolId }: Pool,
): Pick<IdentityWriter, 'setPassword' | 'signOutEverywhere' | 'remove'> {
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
    signOutEverywhere: async person => {
      const ended = new AdminUserGlobalSignOutCommand({ UserPoolId, Username: person });
      await whereThereIs(() => client.send(ended));
    },
    remove: async person => {
      await whereThereIs(() => client.send(new AdminDeleteUserCommand({ UserPoolId, Username: person })));
    },
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
