/** What the Lambdas work with: made by the stacks below, handed up to those that run code. */
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ConfigurationSet, EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Settings } from '../settings.ts';

export type World = {
  readonly settings: Settings;
  readonly data: { readonly directory: Table; readonly events: Table; readonly bus: EventBus };
  readonly identity: { readonly pool: UserPool; readonly client: UserPoolClient };
  readonly files: {
    readonly uploads: Bucket;
    readonly pictures: Bucket;
    readonly exports: Bucket;
    readonly imports: Bucket;
  };
  readonly mail: { readonly sender: EmailIdentity; readonly configurationSet: ConfigurationSet };
  /** Without a slash at its end. */
  readonly consoleUrl: string;
};
