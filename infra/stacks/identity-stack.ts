/** Credentials and tokens, and nothing else: who people are stands in the directory. */

import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { sessionDays } from '../../shared/contract/auth.ts';
import { acceptRisks } from '../constructs/accept.ts';
import type { World } from '../constructs/world.ts';

export class IdentityStack extends Stack {
  readonly identity: World['identity'];

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const pool = this.userPool();
    const client = serverClient(pool);
    this.identity = { pool, client };
    // What the SaaS's own applications verify tokens with.
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
  }

  private userPool(): UserPool {
    const pool = new UserPool(this, 'People', {
      // A username is a person's id: emails live in the directory, so no change of one can lock anybody out.
      signInAliases: { username: true },
      // Cannot be changed later, and the default is true.
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      // Passwords are reset with links of our own; a recovery by Cognito would be a way around them.
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: true },
      // The code first, where a locked telephone shows it. Nothing is verified unasked: no text is sent but on request.
      mfaMessage: '{####} is your code to sign in to Tenantry.',
      userVerification: { smsMessage: '{####} is your code to confirm this telephone for Tenantry.' },
      passwordPolicy: {
        minLength: 8,
        requireDigits: false,
        requireLowercase: false,
        requireSymbols: false,
        requireUppercase: false,
      },
      featurePlan: FeaturePlan.LITE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acceptRisks(pool, {
      COG1: 'Rules of composition make passwords worse (NIST SP 800-63B-4). The domain asks for length and refuses common ones.',
      COG2: 'Whether a second factor is required is each organization’s choice, which our own sign-in enforces.',
      'IAM5[Resource::*]':
        'Cognito’s role for text messages publishes to telephone numbers, and AWS knows no resources for those.',
      COG8: 'Nothing of the Plus plan is used: sign-in goes through our own routes. It can be switched on at any time.',
    });
    return pool;
  }
}

/** Server-side flows alone: there is no way to a token around our own routes and their checks. */
function serverClient(pool: UserPool): UserPoolClient {
  return pool.addClient('Server', {
    generateSecret: false,
    authFlows: { adminUserPassword: true },
    disableOAuth: true,
    accessTokenValidity: Duration.minutes(10),
    idTokenValidity: Duration.minutes(10),
    refreshTokenValidity: Duration.days(sessionDays),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  });
}
