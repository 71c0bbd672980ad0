/** Setting up second factors: what the bearer of an access token may do, without any right of ours. */
import {
  AssociateSoftwareTokenCommand,
  type CognitoIdentityProviderClient,
  GetUserAttributeVerificationCodeCommand,
  VerifySoftwareTokenCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { IdentitySignIn } from '../ports/identity.ts';
import { refusedAs, unless } from './cognito-answers.ts';

type Enrolment = Pick<
  IdentitySignIn,
  'beginAuthenticator' | 'confirmAuthenticator' | 'sendTelephoneCode' | 'confirmTelephone'
>;

const AttributeName = 'phone_number';

export function enrolling(client: CognitoIdentityProviderClient): Enrolment {
  return {
    beginAuthenticator: AccessToken =>
      refusedAs(undefined, async () => {
        const { SecretCode } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
        if (!SecretCode) throw new Error('Cognito began an authenticator app without a secret');
        return { secret: SecretCode };
      }),
    confirmAuthenticator: (AccessToken, UserCode) =>
      refusedAs(false, async () => {
        const { Status } = await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
        return Status === 'SUCCESS';
      }),
    sendTelephoneCode: AccessToken => {
      const command = new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName });
      return refusedAs(false, () =>
        unless(['CodeDeliveryFailureException'], false, () => done(client.send(command))),
      );
    },
    confirmTelephone: (AccessToken, Code) => {
      const command = new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code });
      return refusedAs(false, () => done(client.send(command)));
    },
  };
}

async function done(sent: Promise<unknown>): Promise<true> {
  await sent;
  return true;
}
